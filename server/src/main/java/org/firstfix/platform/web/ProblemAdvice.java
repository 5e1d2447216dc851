package org.firstfix.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.problem.Problem.FieldProblem;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever went wrong into an RFC 9457 problem in the caller's language. */
@RestControllerAdvice
public class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Texts texts;

    ProblemAdvice(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler(Problem.class)
    public ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        Language language = languageOf(request);
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create("urn:firstfix:problem:" + problem.code()));
        detail.setTitle(HttpStatusCode.valueOf(problem.status()) instanceof HttpStatus status
                ? status.getReasonPhrase() : "Problem");
        detail.setInstance(URI.create(request.getRequestURI()));
        detail.setDetail(texts.text(language, problem.code(), problem.values()));
        detail.setProperty("code", problem.code());
        if (texts.knows(language, problem.code() + ".hint")) {
            detail.setProperty("hint", texts.text(language, problem.code() + ".hint", problem.values()));
        }
        if (!problem.values().isEmpty()) {
            detail.setProperty("values", problem.values());
        }
        if (!problem.fields().isEmpty()) {
            detail.setProperty("errors", problem.fields().stream().map(field -> Map.of("field", field.field(), "code",
                    field.code(), "message", texts.text(language, field.code(), field.values()))).toList());
        }
        return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    ResponseEntity<ProblemDetail> invalidBody(MethodArgumentNotValidException e, HttpServletRequest request) {
        List<FieldProblem> fields = e.getBindingResult().getFieldErrors().stream().map(ProblemAdvice::fieldProblem).toList();
        return problem(Problem.invalid(fields), request);
    }

    /** Where a parameter has a constraint of its own, the body is judged together with it. */
    @ExceptionHandler(HandlerMethodValidationException.class)
    ResponseEntity<ProblemDetail> invalidParameters(HandlerMethodValidationException e, HttpServletRequest request) {
        if (e.isForReturnValue()) {
            return unexpected(e, request);
        }
        List<FieldProblem> fields = new ArrayList<>();
        for (ParameterValidationResult result : e.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                body.getFieldErrors().forEach(error -> fields.add(fieldProblem(error)));
            } else {
                String parameter = String.valueOf(result.getMethodParameter().getParameterName());
                result.getResolvableErrors().forEach(error -> fields.add(fieldProblem(parameter, result.unwrap(error, ConstraintViolation.class))));
            }
        }
        return problem(Problem.invalid(fields), request);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<ProblemDetail> invalidCommand(ConstraintViolationException e, HttpServletRequest request) {
        return problem(Problem.invalid(e.getConstraintViolations().stream().map(ProblemAdvice::fieldProblem).toList()), request);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        Throwable root = e.getMostSpecificCause();
        if (root instanceof Problem problem) {
            return problem(problem, request);
        }
        String what = root.getMessage() == null ? "" : root.getMessage().lines().findFirst().orElse("");
        return problem(Problem.invalid("platform.unreadable-body", Map.of("what", what)), request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemDetail> mistypedParameter(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        Class<?> wanted = e.getRequiredType();
        return problem(Problem.invalid("platform.parameter-unreadable", Map.of("parameter", e.getName(),
                "value", String.valueOf(e.getValue()), "type", wanted == null ? "?" : wanted.getSimpleName())), request);
    }

    /**
     * A constraint of the database spoke: the last wall. The name of the constraint says what it was. Or two changes waited for each
     * other, and it ended this one (class 40 of the SQL states): the screens and phones ask once more by themselves.
     */
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<ProblemDetail> database(DataAccessException e, HttpServletRequest request) {
        if (!(e.getMostSpecificCause() instanceof PSQLException sql) || sql.getServerErrorMessage() == null || sql.getSQLState() == null) {
            return unexpected(e, request);
        }
        return switch (sql.getSQLState().substring(0, 2)) {
            case "22", "23" -> {
                LOG.info("Refused by the database: {}", sql.getMessage());
                String constraint = String.valueOf(sql.getServerErrorMessage().getConstraint());
                yield problem(Problem.conflict("platform.refused-by-database", Map.of("constraint", constraint)), request);
            }
            case "40" -> {
                LOG.info("Ended by the database: {}", sql.getMessage());
                yield problem(Problem.of(503, "platform.crossed", Map.of()), request);
            }
            default -> unexpected(e, request);
        };
    }

    @ExceptionHandler(ClientAbortException.class)
    void browserLeft() {
        // Nobody is there to read an answer.
    }

    /** An answer that could not be written to a browser that has left arrives here wrapped several times. */
    private static boolean isBrowserLeft(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(cause -> cause instanceof ClientAbortException);
    }

    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
        if (isBrowserLeft(e)) {
            return null;
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            return problem(Problem.of(status, "platform.http-" + status,
                    Map.of("method", request.getMethod(), "path", request.getRequestURI())), request);
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("Unexpected failure, reference {}, {} {}", reference, request.getMethod(), request.getRequestURI(), e);
        return problem(Problem.of(500, "platform.unexpected", Map.of("reference", reference)), request);
    }

    private static FieldProblem fieldProblem(FieldError error) {
        Map<String, Object> values = new HashMap<>();
        String code = String.valueOf(error.getCode());
        if (error.contains(ConstraintViolation.class)) {
            values.putAll(AnnotationUtils.getAnnotationAttributes(
                    error.unwrap(ConstraintViolation.class).getConstraintDescriptor().getAnnotation()));
        }
        return new FieldProblem(error.getField(), "platform.validation." + code, plain(values, error.getRejectedValue()));
    }

    private static FieldProblem fieldProblem(ConstraintViolation<?> violation) {
        return fieldProblem(violation.getPropertyPath().toString(), violation);
    }

    private static FieldProblem fieldProblem(String field, ConstraintViolation<?> violation) {
        var annotation = violation.getConstraintDescriptor().getAnnotation();
        return new FieldProblem(field,
                "platform.validation." + annotation.annotationType().getSimpleName(),
                plain(new HashMap<>(AnnotationUtils.getAnnotationAttributes(annotation)), violation.getInvalidValue()));
    }

    private static Map<String, Object> plain(Map<String, Object> values, @Nullable Object rejected) {
        values.values().removeIf(value -> !(value instanceof Number) && !(value instanceof String));
        values.put("rejected", rejected == null ? "" : String.valueOf(rejected));
        return values;
    }

    private static Language languageOf(HttpServletRequest request) {
        String wanted = request.getHeader("Accept-Language");
        return Actors.find().filter(actor -> !actor.house()).map(actor -> actor.language())
                .orElseGet(() -> wanted == null ? Language.ENGLISH : Language.of(wanted));
    }
}
