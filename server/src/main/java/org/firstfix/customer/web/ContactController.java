package org.firstfix.customer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.query.ContactList;
import org.firstfix.customer.usecase.ChangeContact;
import org.firstfix.customer.usecase.ContactInput;
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

/** The people at the customers'. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactController {
    private final ContactList list;
    private final ChangeContact changeContact;

    ContactController(ContactList list, ChangeContact changeContact) {
        this.list = list;
        this.changeContact = changeContact;
    }

    /**
     * @param account number of the account
     * @param site number of the site
     * @param phone a telephone number, written in any way: who calls
     */
    @GetMapping
    @Reads("customer.read")
    Page<ContactList.ContactView> contacts(@RequestParam(defaultValue = "") @Size(max = 100) String text,
            @RequestParam(required = false) @Nullable String account, @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable @Size(max = 100) String phone, @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return list.show(Actors.current().scope(), new ContactList.Filter(text, Optional.ofNullable(account), Optional.ofNullable(site),
                Optional.ofNullable(phone), Optional.ofNullable(active)), PageRequest.of(limit, cursor));
    }

    @GetMapping("/{id}")
    @Reads("customer.read")
    ResponseEntity<ContactList.ContactView> contact(@PathVariable ContactId id) {
        ContactList.ContactView contact = list.one(id);
        return Versioned.ok(contact, contact.version());
    }

    @PutMapping("/{id}")
    @Performs(ChangeContact.class)
    ResponseEntity<ContactList.ContactView> change(@PathVariable ContactId id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody ContactInput contact) {
        changeContact.handle(new ChangeContact.Command(id, Versioned.expected(ifMatch), contact));
        return contact(id);
    }
}
