package org.firstfix.sla.web;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.web.OpenToAnyone;
import org.firstfix.platform.web.Performs;
import org.firstfix.sla.query.ClockFile;
import org.firstfix.sla.query.CustomerClock;
import org.firstfix.sla.usecase.MakeCustomerLink;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The clock of a case as its customer sees it: what is due when and why, and what did not count. No names, no notes of ours. */
@RestController
@RequestMapping("/api/v1")
class CustomerClockController {
    private static final String WHY = "the customer has no account; the link carries a secret of 256 bits that leads to one clock";

    private final MakeCustomerLink makeLink;
    private final CustomerClock clocks;

    CustomerClockController(MakeCustomerLink makeLink, CustomerClock clocks) {
        this.makeLink = makeLink;
        this.clocks = clocks;
    }

    /** A link to give to the customer; its secret is told only now. */
    @PostMapping("/clocks/{caseId}/customer-links")
    @Performs(MakeCustomerLink.class)
    @ResponseStatus(HttpStatus.CREATED)
    MakeCustomerLink.Made make(@PathVariable UUID caseId) {
        return makeLink.handle(new MakeCustomerLink.Command(caseId));
    }

    @GetMapping("/customer-clocks/{secret}")
    @OpenToAnyone(because = WHY)
    ClockFile.View clock(@PathVariable @Size(max = 100) String secret) {
        return clocks.show(secret);
    }

    @GetMapping("/customer-clocks/{secret}/milestones/{kind}/explanation")
    @OpenToAnyone(because = WHY)
    ClockFile.Explanation explanation(@PathVariable @Size(max = 100) String secret, @PathVariable Milestone kind) {
        return clocks.explain(secret, kind);
    }
}
