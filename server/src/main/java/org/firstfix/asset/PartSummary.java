package org.firstfix.asset;

import java.util.List;

/** A spare part of the catalogue; {@code kind} such as MAINBOARD or MEMORY; {@code families} it fits, empty for all. */
public record PartSummary(String number, String nameZh, String nameEn, String kind, List<String> families) {}
