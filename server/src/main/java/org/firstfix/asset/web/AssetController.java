package org.firstfix.asset.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.Importance;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.query.AssetFile;
import org.firstfix.asset.query.AssetList;
import org.firstfix.asset.query.ServiceFile;
import org.firstfix.asset.usecase.AssetInput;
import org.firstfix.asset.usecase.ChangeAsset;
import org.firstfix.asset.usecase.MoveAsset;
import org.firstfix.asset.usecase.RegisterAsset;
import org.firstfix.asset.usecase.RetireAsset;
import org.firstfix.asset.usecase.ReturnAssetToService;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
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

/** The installed base. Machines are addressed by their serial. */
@RestController
@RequestMapping("/api/v1/assets")
class AssetController {
    private final AssetList list;
    private final AssetFile file;
    private final ServiceFile serviceFile;
    private final RegisterAsset registerAsset;
    private final ChangeAsset changeAsset;
    private final MoveAsset moveAsset;
    private final RetireAsset retireAsset;
    private final ReturnAssetToService returnAssetToService;

    AssetController(AssetList list, AssetFile file, ServiceFile serviceFile, RegisterAsset registerAsset, ChangeAsset changeAsset,
            MoveAsset moveAsset, RetireAsset retireAsset, ReturnAssetToService returnAssetToService) {
        this.list = list;
        this.file = file;
        this.serviceFile = serviceFile;
        this.registerAsset = registerAsset;
        this.changeAsset = changeAsset;
        this.moveAsset = moveAsset;
        this.retireAsset = retireAsset;
        this.returnAssetToService = returnAssetToService;
    }

    record AssetTree(List<AssetFile.TreeNode> items) {}

    /** @param occurredAt when it changed; nothing for now */
    record AssetChange(@NotNull @Valid AssetInput asset, @Nullable Instant occurredAt) {}

    record Move(@NotBlank @Size(max = 40) String siteNumber, @Nullable @Size(max = 200) String location,
            @NotBlank @Size(max = 500) String reason) {}

    record Because(@NotBlank @Size(max = 500) String reason) {}

    /**
     * @param account number of the owner
     * @param site number of the site
     * @param warrantyBefore machines whose warranty ends or ended before that day
     */
    @GetMapping
    @Reads("asset.read")
    Page<AssetList.AssetRow> assets(@RequestParam(defaultValue = "") @Size(max = 100) String text,
            @RequestParam(required = false) @Nullable String account, @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String model, @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable Importance importance, @RequestParam(required = false) @Nullable LifeCycleStage stage,
            @RequestParam(required = false) @Nullable LocalDate warrantyBefore, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.show(Actors.current().scope(), new AssetList.Filter(text, Optional.ofNullable(account), Optional.ofNullable(site),
                Optional.ofNullable(model), Optional.ofNullable(family), Optional.ofNullable(importance), Optional.ofNullable(stage),
                Optional.ofNullable(warrantyBefore)), PageRequest.of(limit, cursor));
    }

    /** How the machines of an account stand. */
    @GetMapping("/fleet")
    @Reads("asset.read")
    AssetFile.Fleet fleet(@RequestParam String account) {
        return file.fleet(account);
    }

    @PostMapping
    @Performs(RegisterAsset.class)
    @ResponseStatus(HttpStatus.CREATED)
    AssetFile.AssetView register(@Valid @RequestBody AssetInput asset) {
        return file.show(registerAsset.handle(new RegisterAsset.Command(asset)).serial());
    }

    @GetMapping("/{serial}")
    @Reads("asset.read")
    ResponseEntity<AssetFile.AssetView> asset(@PathVariable String serial) {
        AssetFile.AssetView asset = file.show(AssetInput.normalSerial(serial));
        return Versioned.ok(asset, asset.version());
    }

    @PutMapping("/{serial}")
    @Performs(ChangeAsset.class)
    ResponseEntity<AssetFile.AssetView> change(@PathVariable String serial,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody AssetChange change) {
        changeAsset.handle(new ChangeAsset.Command(serial, Versioned.expected(ifMatch), change.asset(), Optional.ofNullable(change.occurredAt())));
        return asset(change.asset().serial());
    }

    @PostMapping("/{serial}/move")
    @Performs(MoveAsset.class)
    ResponseEntity<AssetFile.AssetView> move(@PathVariable String serial,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Move move) {
        moveAsset.handle(new MoveAsset.Command(serial, Versioned.expected(ifMatch), move.siteNumber(),
                move.location() == null ? "" : move.location(), move.reason()));
        return asset(serial);
    }

    @PostMapping("/{serial}/retire")
    @Performs(RetireAsset.class)
    ResponseEntity<AssetFile.AssetView> retire(@PathVariable String serial,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Because because) {
        retireAsset.handle(new RetireAsset.Command(serial, Versioned.expected(ifMatch), because.reason()));
        return asset(serial);
    }

    @PostMapping("/{serial}/return-to-service")
    @Performs(ReturnAssetToService.class)
    ResponseEntity<AssetFile.AssetView> returnToService(@PathVariable String serial,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Because because) {
        returnAssetToService.handle(new ReturnAssetToService.Command(serial, Versioned.expected(ifMatch), because.reason()));
        return asset(serial);
    }

    /** The whole machine that this one belongs to, parents before their parts. */
    @GetMapping("/{serial}/tree")
    @Reads("asset.read")
    AssetTree tree(@PathVariable String serial) {
        return new AssetTree(file.tree(AssetInput.normalSerial(serial)));
    }

    /** The machine's life, newest first: what happened and what changed, or one of the two. */
    @GetMapping("/{serial}/service-file")
    @Reads("asset.read")
    Page<ServiceFile.ServiceFileLine> serviceFile(@PathVariable String serial, @RequestParam(defaultValue = "ALL") ServiceFile.Only only,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return serviceFile.show(AssetInput.normalSerial(serial), only, PageRequest.of(limit, cursor));
    }
}
