package org.firstfix.asset.domain;

/** One piece of related software with its patch level; a machine has a name only once. */
public record RelatedSoftware(SoftwareKind kind, String name, String release, String patchLevel) {
    String asText() {
        return String.join(" · ", kind.name(), release, patchLevel).replaceAll("( · )+$", "");
    }
}
