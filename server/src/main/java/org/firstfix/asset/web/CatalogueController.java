package org.firstfix.asset.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.query.CatalogueList;
import org.firstfix.asset.usecase.PutModel;
import org.firstfix.asset.usecase.PutPart;
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

/** Models and parts that exist. */
@RestController
@RequestMapping("/api/v1")
class CatalogueController {
    private final CatalogueList list;
    private final PutModel putModel;
    private final PutPart putPart;

    CatalogueController(CatalogueList list, PutModel putModel, PutPart putPart) {
        this.list = list;
        this.putModel = putModel;
        this.putPart = putPart;
    }

    record FamilyList(List<String> items) {}

    @GetMapping("/models")
    @Reads("asset.read")
    Page<CatalogueList.ModelView> models(@RequestParam(defaultValue = "") @Size(max = 100) String text,
            @RequestParam(required = false) @Nullable String family, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.models(Actors.current().scope(), text, Optional.ofNullable(family), PageRequest.of(limit, cursor));
    }

    @GetMapping("/families")
    @Reads("asset.read")
    FamilyList families() {
        return new FamilyList(list.families());
    }

    @GetMapping("/models/{code}")
    @Reads("asset.read")
    ResponseEntity<CatalogueList.ModelView> model(@PathVariable String code) {
        CatalogueList.ModelView model = list.model(code);
        return Versioned.ok(model, model.version());
    }

    /** Adds the model, or corrects the version that If-Match names. */
    @PutMapping("/models/{code}")
    @Performs(PutModel.class)
    ResponseEntity<CatalogueList.ModelView> putModel(@PathVariable String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody PutModel.ModelInput model) {
        putModel.handle(new PutModel.Command(code, model, Optional.of(basedOn(ifMatch))));
        return model(code);
    }

    @GetMapping("/parts")
    @Reads("asset.read")
    Page<CatalogueList.PartView> parts(@RequestParam(defaultValue = "") @Size(max = 100) String text,
            @RequestParam(required = false) @Nullable String family, @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return list.parts(Actors.current().scope(), text, Optional.ofNullable(family), Optional.ofNullable(kind), PageRequest.of(limit, cursor));
    }

    @GetMapping("/parts/{number}")
    @Reads("asset.read")
    ResponseEntity<CatalogueList.PartView> part(@PathVariable String number) {
        CatalogueList.PartView part = list.part(number);
        return Versioned.ok(part, part.version());
    }

    /** Adds the part, or corrects the version that If-Match names. */
    @PutMapping("/parts/{number}")
    @Performs(PutPart.class)
    ResponseEntity<CatalogueList.PartView> putPart(@PathVariable String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody PutPart.PartInput part) {
        putPart.handle(new PutPart.Command(number, part, Optional.of(basedOn(ifMatch))));
        return part(number);
    }

    /** Without If-Match the thing must be new: nothing there is version -1. */
    private static int basedOn(@Nullable String ifMatch) {
        return ifMatch == null || ifMatch.isBlank() ? -1 : Versioned.expected(ifMatch);
    }
}
