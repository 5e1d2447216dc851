package org.firstfix.asset.domain;

/** Software that a machine depends on or carries. */
public enum SoftwareKind {
    CLUSTER, DATABASE, MIDDLEWARE, VIRTUALISATION, APPLICATION, OTHER
}
