package org.firstfix.dispatch.domain;

import org.firstfix.platform.scope.OrgPath;

/** The catalogue of territories. */
public interface Territories {
    void put(String code, String nameZh, String nameEn, OrgPath place);
}
