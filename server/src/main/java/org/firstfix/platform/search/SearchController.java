package org.firstfix.platform.search;

import java.util.List;
import org.firstfix.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/search")
class SearchController {
    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    record SearchResult(List<Search.Hit> items) {}

    /** Row-level security shows everybody only what lies in their scope. */
    @GetMapping
    @Reads("search.use")
    SearchResult find(@RequestParam("q") String text, @RequestParam(defaultValue = "") String kind) {
        return new SearchResult(search.find(text, kind));
    }
}
