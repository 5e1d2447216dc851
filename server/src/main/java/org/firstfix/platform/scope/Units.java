package org.firstfix.platform.scope;

import java.util.Collection;
import java.util.List;

/** The organisation tree as far as lists need it. */
public interface Units {
    /** Each unit at or below one of these places, once. */
    List<OrgPath> below(Collection<OrgPath> places);
}
