package org.firstfix.platform.work;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

/** Checks what a use case was given against its own declarations, whoever calls: a screen, an import, a module above. */
@Component
public class Inputs {
    private final Validator validator;

    Inputs(Validator validator) {
        this.validator = validator;
    }

    /** @throws ConstraintViolationException naming the fields; HTTP shows it as a 400 */
    public <T> T checked(T input) {
        var violations = validator.validate(input);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return input;
    }
}
