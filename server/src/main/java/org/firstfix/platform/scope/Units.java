package org.firstfix.platform.scope;

import java.util.List;

/** The organisation tree as far as lists need it. */
public interface Units {
    /** Where each unit of the house stands. */
    List<OrgPath> all();
}
