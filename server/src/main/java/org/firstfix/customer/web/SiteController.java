package org.firstfix.customer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.firstfix.customer.query.CustomerHistory;
import org.firstfix.customer.query.SiteFile;
import org.firstfix.customer.query.SiteList;
import org.firstfix.customer.usecase.ChangeSite;
import org.firstfix.customer.usecase.SiteInput;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where customers' machines stand. */
@RestController
@RequestMapping("/api/v1/sites")
class SiteController {
    private final SiteList list;
    private final SiteFile file;
    private final CustomerHistory history;
    private final ChangeSite changeSite;

    SiteController(SiteList list, SiteFile file, CustomerHistory history, ChangeSite changeSite) {
        this.list = list;
        this.file = file;
        this.history = history;
        this.changeSite = changeSite;
    }

    /** @param account number of the account */
    @GetMapping
    @Reads("customer.read")
    Page<SiteList.SiteRow> sites(@RequestParam(defaultValue = "") @Size(max = 100) String text,
            @RequestParam(required = false) @Nullable String account, @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable Boolean active, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.show(Actors.current().scope(), new SiteList.Filter(text, Optional.ofNullable(account), Optional.ofNullable(city),
                Optional.ofNullable(active)), PageRequest.of(limit, cursor));
    }

    @GetMapping("/{number}")
    @Reads("customer.read")
    ResponseEntity<SiteFile.SiteView> site(@PathVariable String number) {
        SiteFile.SiteView site = file.show(number);
        return Versioned.ok(site, site.version());
    }

    @PutMapping("/{number}")
    @Performs(ChangeSite.class)
    ResponseEntity<SiteFile.SiteView> change(@PathVariable String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody SiteInput site) {
        changeSite.handle(new ChangeSite.Command(number, Versioned.expected(ifMatch), site));
        return site(number);
    }

    @GetMapping("/{number}/history")
    @Reads("customer.read")
    Page<CustomerHistory.HistoryEntry> history(@PathVariable String number, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.ofSite(number, PageRequest.of(limit, cursor));
    }
}
