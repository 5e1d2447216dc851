package org.firstfix.cases.usecase;

import java.util.Map;
import java.util.Optional;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.problem.Problem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the telephone system is known.
 *
 * @param token what it sends as bearer token; without one its messages are refused
 * @param lines the code of the organisation unit by telephone line; a line that is itself such a code needs no entry
 */
@ConfigurationProperties("firstfix.telephony")
public record Telephony(@DefaultValue("") String token, @DefaultValue Map<String, String> lines) {
    /** Which part of the house a line belongs to. */
    OrgUnitSummary unitOf(String line, OrganizationApi organization) {
        return Optional.ofNullable(lines.get(line)).or(() -> Optional.of(line)).filter(code -> !code.isBlank())
                .flatMap(organization::findUnitByCode)
                .orElseThrow(() -> Problem.invalidField("line", "cases.line-unknown", Map.of("line", line)));
    }
}
