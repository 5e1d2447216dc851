package org.firstfix.contract.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Quota;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.domain.ContractStatus;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.contract.query.ContractDoor;
import org.firstfix.contract.query.ContractFile;
import org.firstfix.contract.query.ContractList;
import org.firstfix.contract.usecase.ActivateContract;
import org.firstfix.contract.usecase.AmendContract;
import org.firstfix.contract.usecase.EndContract;
import org.firstfix.contract.usecase.LineWish;
import org.firstfix.contract.usecase.RegisterContract;
import org.firstfix.contract.usecase.ResumeContract;
import org.firstfix.contract.usecase.SuspendContract;
import org.firstfix.customer.SiteId;
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
import org.springframework.web.bind.annotation.RestController;

/** Contracts by their number. */
@RestController
@RequestMapping("/api/v1/contracts")
class ContractController {
    private final ContractList list;
    private final ContractFile file;
    private final ContractDoor door;
    private final RegisterContract registerContract;
    private final AmendContract amendContract;
    private final ActivateContract activateContract;
    private final SuspendContract suspendContract;
    private final ResumeContract resumeContract;
    private final EndContract endContract;

    ContractController(ContractList list, ContractFile file, ContractDoor door, RegisterContract registerContract,
            AmendContract amendContract, ActivateContract activateContract, SuspendContract suspendContract,
            ResumeContract resumeContract, EndContract endContract) {
        this.list = list;
        this.file = file;
        this.door = door;
        this.registerContract = registerContract;
        this.amendContract = amendContract;
        this.activateContract = activateContract;
        this.suspendContract = suspendContract;
        this.resumeContract = resumeContract;
        this.endContract = endContract;
    }

    /**
     * @param id of a line that exists; none for a new one
     * @param includedVisits and {@code includedHours} on site in a contract year, beyond which a quote comes first; none without limit
     * @param serial of the machine, for ASSET; {@code siteNumber} for SITE; {@code family} for FAMILY
     */
    record Line(@Nullable ContractLineId id, @NotBlank @Size(max = 40) String coverageCode, @NotNull LineScope covers,
            @Nullable @Size(max = 100) String serial, @Nullable @Size(max = 40) String siteNumber, @Nullable @Size(max = 100) String family,
            @Nullable @Min(0) @Max(366) Integer visitsPerYear, @Nullable @Min(1) @Max(10_000) Integer includedVisits,
            @Nullable @Min(1) @Max(100_000) Integer includedHours, @Nullable @Size(max = 50) List<@Valid @NotNull SpecialTargetRequest> specialTargets) {}

    /** @param pauseRights agreed in this contract; none where each line follows its coverage code */
    record Paper(@NotNull @Size(max = 200) String title, @NotNull LocalDate startsOn, @NotNull LocalDate endsOn,
            @NotNull @Size(max = 10_000) String specialTerms, @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency, @NotNull @Size(max = 2_000) List<@Valid @NotNull Line> lines,
            @Nullable @Size(max = 20) List<@Valid @NotNull PauseRightRequest> pauseRights) {
        Contract.Terms terms() {
            return new Contract.Terms(title, startsOn, endsOn, specialTerms, Optional.ofNullable(amount), currency,
                    PauseRightRequest.checked("paper.pauseRights", pauseRights));
        }
    }

    /** @param number as on the paper; none for the next free one */
    record NewContract(@NotBlank @Size(max = 40) String accountNumber,
            @Nullable @Size(min = 1, max = 40) @Pattern(regexp = "[A-Za-z0-9._-]+") String number, boolean inForce,
            @NotNull @Valid Paper paper) {}

    record Amendment(@NotNull @Valid Paper paper, @NotNull @Size(max = 1_000) String reason) {}

    record Reason(@NotBlank @Size(max = 1_000) String reason) {}

    record Ending(@NotNull LocalDate lastDay, @NotBlank @Size(max = 1_000) String reason) {}

    @GetMapping
    @Reads("contract.read")
    Page<ContractList.Row> contracts(@RequestParam(required = false) @Nullable @Size(max = 40) String account,
            @RequestParam(required = false) @Nullable ContractStatus status,
            @RequestParam(required = false) @Nullable LocalDate endingBefore, @RequestParam(required = false) @Nullable LocalDate endingFrom,
            @RequestParam(required = false) @Nullable @Size(max = 40) String coverage,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return list.show(Actors.current().scope(), new ContractList.Filter(Optional.ofNullable(account).map(door::account),
                Optional.ofNullable(status), Optional.ofNullable(endingBefore), Optional.ofNullable(endingFrom),
                Optional.ofNullable(coverage)), PageRequest.of(limit, cursor));
    }

    @GetMapping("/{number}")
    @Reads("contract.read")
    ResponseEntity<ContractFile.View> contract(@PathVariable @Size(max = 40) String number) {
        ContractFile.View contract = file.show(number);
        return Versioned.ok(contract, contract.version());
    }

    @PostMapping
    @Performs(RegisterContract.class)
    ResponseEntity<ContractFile.View> register(@Valid @RequestBody NewContract contract) {
        Contract registered = registerContract.handle(new RegisterContract.Command(door.account(contract.accountNumber()),
                Optional.ofNullable(contract.number()), contract.paper().terms(), wishes(contract.paper()), contract.inForce()));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"" + registered.version() + "\"").body(file.show(registered.number()));
    }

    @PutMapping("/{number}")
    @Performs(AmendContract.class)
    ResponseEntity<ContractFile.View> amend(@PathVariable @Size(max = 40) String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Amendment amendment) {
        return shown(amendContract.handle(new AmendContract.Command(number, Versioned.expected(ifMatch), amendment.paper().terms(),
                wishes(amendment.paper()), amendment.reason())));
    }

    @PostMapping("/{number}/activate")
    @Performs(ActivateContract.class)
    ResponseEntity<ContractFile.View> activate(@PathVariable @Size(max = 40) String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
        return shown(activateContract.handle(new ActivateContract.Command(number, Versioned.expected(ifMatch))));
    }

    @PostMapping("/{number}/suspend")
    @Performs(SuspendContract.class)
    ResponseEntity<ContractFile.View> suspend(@PathVariable @Size(max = 40) String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Reason reason) {
        return shown(suspendContract.handle(new SuspendContract.Command(number, Versioned.expected(ifMatch), reason.reason())));
    }

    @PostMapping("/{number}/resume")
    @Performs(ResumeContract.class)
    ResponseEntity<ContractFile.View> resume(@PathVariable @Size(max = 40) String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
        return shown(resumeContract.handle(new ResumeContract.Command(number, Versioned.expected(ifMatch))));
    }

    @PostMapping("/{number}/end")
    @Performs(EndContract.class)
    ResponseEntity<ContractFile.View> end(@PathVariable @Size(max = 40) String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Ending ending) {
        return shown(endContract.handle(new EndContract.Command(number, Versioned.expected(ifMatch), ending.lastDay(), ending.reason())));
    }

    private ResponseEntity<ContractFile.View> shown(Contract contract) {
        return contract(contract.number());
    }

    private List<LineWish> wishes(Paper paper) {
        return paper.lines().stream().map(line -> {
            Optional<AssetId> asset = Optional.ofNullable(line.serial()).map(door::asset);
            Optional<SiteId> site = Optional.ofNullable(line.siteNumber()).map(door::site);
            return new LineWish(Optional.ofNullable(line.id()), line.coverageCode(), line.covers(), asset, site,
                    Optional.ofNullable(line.family()).filter(family -> !family.isBlank()), Optional.ofNullable(line.visitsPerYear()),
                    new Quota(Optional.ofNullable(line.includedVisits()), Optional.ofNullable(line.includedHours())),
                    SpecialTargetRequest.read(line.specialTargets()));
        }).toList();
    }
}
