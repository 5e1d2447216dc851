package org.firstfix.platform.id;

import java.util.UUID;

/** An identifier with a type of its own: a record of one UUID. JSON and paths show the bare UUID. */
public interface Id {
    UUID value();
}
