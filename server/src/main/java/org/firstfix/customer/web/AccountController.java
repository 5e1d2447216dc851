package org.firstfix.customer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.domain.AccountTier;
import org.firstfix.customer.domain.InteractionChannel;
import org.firstfix.customer.query.AccountFile;
import org.firstfix.customer.query.AccountList;
import org.firstfix.customer.query.ContactList;
import org.firstfix.customer.query.CustomerHistory;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.customer.query.InteractionList;
import org.firstfix.customer.query.PromiseList;
import org.firstfix.customer.query.SiteFile;
import org.firstfix.customer.usecase.AccountInput;
import org.firstfix.customer.usecase.ChangeAccount;
import org.firstfix.customer.usecase.ContactInput;
import org.firstfix.customer.usecase.InteractionInput;
import org.firstfix.customer.usecase.MakePromise;
import org.firstfix.customer.usecase.PromiseInput;
import org.firstfix.customer.usecase.RecordInteraction;
import org.firstfix.customer.usecase.RegisterAccount;
import org.firstfix.customer.usecase.RegisterContact;
import org.firstfix.customer.usecase.RegisterSite;
import org.firstfix.customer.usecase.SiteInput;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers and everything that hangs on one of them. */
@RestController
@RequestMapping("/api/v1/customers")
class AccountController {
    private final AccountList list;
    private final AccountFile file;
    private final InteractionList interactions;
    private final CustomerHistory history;
    private final CustomerLookup customers;
    private final SiteFile sites;
    private final ContactList contacts;
    private final PromiseList promises;
    private final RegisterAccount registerAccount;
    private final ChangeAccount changeAccount;
    private final RegisterSite registerSite;
    private final RegisterContact registerContact;
    private final RecordInteraction recordInteraction;
    private final MakePromise makePromise;

    AccountController(AccountList list, AccountFile file, InteractionList interactions, CustomerHistory history,
            CustomerLookup customers, SiteFile sites, ContactList contacts, PromiseList promises, RegisterAccount registerAccount,
            ChangeAccount changeAccount, RegisterSite registerSite, RegisterContact registerContact,
            RecordInteraction recordInteraction, MakePromise makePromise) {
        this.list = list;
        this.file = file;
        this.interactions = interactions;
        this.history = history;
        this.customers = customers;
        this.sites = sites;
        this.contacts = contacts;
        this.promises = promises;
        this.registerAccount = registerAccount;
        this.changeAccount = changeAccount;
        this.registerSite = registerSite;
        this.registerContact = registerContact;
        this.recordInteraction = recordInteraction;
        this.makePromise = makePromise;
    }

    record GroupList(List<AccountFile.GroupMember> items) {}

    @GetMapping
    @Reads("customer.read")
    Page<AccountList.AccountRow> customers(@RequestParam(defaultValue = "") @Size(max = 100) String text,
            @RequestParam(required = false) @Nullable AccountTier tier, @RequestParam(required = false) @Nullable String orgUnit,
            @RequestParam(required = false) @Nullable Boolean overdue, @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return list.show(Actors.current().scope(), new AccountList.Filter(text, Optional.ofNullable(tier), Optional.ofNullable(orgUnit),
                Optional.ofNullable(overdue), Optional.ofNullable(active)), PageRequest.of(limit, cursor));
    }

    @PostMapping
    @Performs(RegisterAccount.class)
    @ResponseStatus(HttpStatus.CREATED)
    AccountFile.AccountView register(@Valid @RequestBody AccountInput account) {
        return file.show(registerAccount.handle(new RegisterAccount.Command(account)).number());
    }

    @GetMapping("/{number}")
    @Reads("customer.read")
    ResponseEntity<AccountFile.AccountView> customer(@PathVariable String number) {
        AccountFile.AccountView account = file.show(number);
        return Versioned.ok(account, account.version());
    }

    @PutMapping("/{number}")
    @Performs(ChangeAccount.class)
    ResponseEntity<AccountFile.AccountView> change(@PathVariable String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody AccountInput account) {
        changeAccount.handle(new ChangeAccount.Command(number, Versioned.expected(ifMatch), account));
        return customer(number);
    }

    @GetMapping("/{number}/group")
    @Reads("customer.read")
    GroupList group(@PathVariable String number) {
        return new GroupList(file.group(number));
    }

    @PostMapping("/{number}/sites")
    @Performs(RegisterSite.class)
    @ResponseStatus(HttpStatus.CREATED)
    SiteFile.SiteView registerSite(@PathVariable String number, @Valid @RequestBody SiteInput site) {
        return sites.show(registerSite.handle(new RegisterSite.Command(number, site)).number());
    }

    @PostMapping("/{number}/contacts")
    @Performs(RegisterContact.class)
    @ResponseStatus(HttpStatus.CREATED)
    ContactList.ContactView registerContact(@PathVariable String number, @Valid @RequestBody ContactInput contact) {
        return contacts.one(registerContact.handle(new RegisterContact.Command(number, contact)));
    }

    /** Newest first. */
    @GetMapping("/{number}/interactions")
    @Reads("customer.read")
    Page<InteractionList.InteractionRow> interactions(@PathVariable String number,
            @RequestParam(required = false) @Nullable InteractionChannel channel, @RequestParam(required = false) @Nullable ContactId contact,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return interactions.show(Actors.current().scope(), new InteractionList.Filter(number, Optional.ofNullable(channel),
                Optional.ofNullable(contact)), PageRequest.of(limit, cursor));
    }

    @PostMapping("/{number}/interactions")
    @Performs(RecordInteraction.class)
    @ResponseStatus(HttpStatus.CREATED)
    InteractionList.InteractionRow recordInteraction(@PathVariable String number, @Valid @RequestBody InteractionInput interaction) {
        var account = customers.accountByNumber(number).orElseThrow(() -> Problem.notFound("account", number));
        return interactions.one(recordInteraction.handle(new RecordInteraction.Command(account.id(), interaction)));
    }

    @PostMapping("/{number}/promises")
    @Performs(MakePromise.class)
    @ResponseStatus(HttpStatus.CREATED)
    PromiseList.PromiseView makePromise(@PathVariable String number, @Valid @RequestBody PromiseInput promise) {
        return promises.one(makePromise.handle(new MakePromise.Command(number, promise)));
    }

    /** Who changed what of the customer, its sites and its people, newest first. */
    @GetMapping("/{number}/history")
    @Reads("customer.read")
    Page<CustomerHistory.HistoryEntry> history(@PathVariable String number, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.ofAccount(number, PageRequest.of(limit, cursor));
    }
}
