package org.firstfix.knowledge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.firstfix.knowledge.query.CustomerHelp;
import org.firstfix.platform.web.OpenToAnyone;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Help for customers: articles written for them, without an account. */
@RestController
@RequestMapping("/api/v1/help/articles")
class HelpController {
    private static final String WHY = "customers have no account; only what was published for customers is shown, and not too often";

    private final CustomerHelp help;
    private final QuietDoor door;

    HelpController(CustomerHelp help, QuietDoor door) {
        this.help = help;
        this.door = door;
    }

    record Help(List<CustomerHelp.Hit> items) {}

    /** @param text what is wrong, in the customer's words, Chinese or English; empty for everything, at most 30 */
    @GetMapping
    @OpenToAnyone(because = WHY)
    Help find(@RequestParam(defaultValue = "") @Size(max = 300) String text, HttpServletRequest request) {
        door.enter(request.getRemoteAddr());
        return new Help(help.find(text));
    }

    @GetMapping("/{number}")
    @OpenToAnyone(because = WHY)
    CustomerHelp.Article show(@PathVariable @Size(max = 40) String number, HttpServletRequest request) {
        door.enter(request.getRemoteAddr());
        return help.show(number);
    }
}
