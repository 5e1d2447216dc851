package org.firstfix.platform.scope;

import java.util.regex.Pattern;

/** A place in the organisation tree, from the root downwards: {@code cn.east.hangzhou}. Stored as an {@code ltree}. */
public record OrgPath(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*");

    public OrgPath {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no organisation path."
                    + " Maybe a label contains something other than letters, digits and underscore.");
        }
    }

    /** Whether this path is the other one or lies below it. */
    public boolean isWithin(OrgPath other) {
        return value.equals(other.value) || value.startsWith(other.value + ".");
    }

    public OrgPath child(String label) {
        return new OrgPath(value + "." + label);
    }

    @Override
    public String toString() {
        return value;
    }
}
