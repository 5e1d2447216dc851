package org.firstfix.integration.domain;

import java.util.regex.Pattern;

/**
 * The family of a model that the catalogue does not know yet. Makers write machine type and configuration as one code,
 * four digits and three signs (7979Q7C): the machine type is what causes of faults are counted by.
 */
public final class MachineType {
    private static final Pattern TYPE_AND_MODEL = Pattern.compile("\\d{4}[A-Z0-9]{3}");

    private MachineType() {}

    public static String familyOf(String modelCode) {
        return TYPE_AND_MODEL.matcher(modelCode).matches() ? modelCode.substring(0, 4) : modelCode;
    }
}
