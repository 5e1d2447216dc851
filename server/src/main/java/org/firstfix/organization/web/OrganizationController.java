package org.firstfix.organization.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.organization.query.OrgTree;
import org.firstfix.organization.query.RoleCatalogue;
import org.firstfix.organization.usecase.DefineCustomRole;
import org.firstfix.organization.usecase.RegisterOrgUnit;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The house: its parts and its roles. */
@RestController
@RequestMapping("/api/v1")
class OrganizationController {
    private final OrgTree tree;
    private final RoleCatalogue roles;
    private final RegisterOrgUnit registerOrgUnit;
    private final DefineCustomRole defineCustomRole;

    OrganizationController(OrgTree tree, RoleCatalogue roles, RegisterOrgUnit registerOrgUnit, DefineCustomRole defineCustomRole) {
        this.tree = tree;
        this.roles = roles;
        this.registerOrgUnit = registerOrgUnit;
        this.defineCustomRole = defineCustomRole;
    }

    record OrgUnitList(List<OrgTree.Unit> items) {}

    record RoleList(List<RoleCatalogue.Role> items, Set<String> permissions) {}

    record NewOrgUnit(@NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9_]*") String code,
            @NotNull @Pattern(regexp = "HEADQUARTERS|REGION|BRANCH|STATION") String kind, @NotBlank @Size(max = 100) String nameZh,
            @NotBlank @Size(max = 100) String nameEn, @Nullable @Size(max = 40) String parentCode,
            @NotBlank @Size(max = 60) String zone) {}

    record RoleChange(@NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 100) String nameEn,
            @NotNull @Size(max = 200) Set<@NotBlank @Size(max = 60) String> permissions) {}

    @GetMapping("/org-units")
    @Reads("organization.read")
    OrgUnitList units() {
        return new OrgUnitList(tree.show());
    }

    @PostMapping("/org-units")
    @Performs(RegisterOrgUnit.class)
    @ResponseStatus(HttpStatus.CREATED)
    OrgUnitList register(@Valid @RequestBody NewOrgUnit unit) {
        registerOrgUnit.handle(new RegisterOrgUnit.Command(unit.code(), unit.kind(), unit.nameZh(), unit.nameEn(),
                Optional.ofNullable(unit.parentCode()), unit.zone()));
        return units();
    }

    @GetMapping("/roles")
    @Reads("organization.read")
    RoleList roles() {
        return new RoleList(roles.show(), DefineCustomRole.knownPermissions());
    }

    @PutMapping("/roles/{code}")
    @Performs(DefineCustomRole.class)
    RoleList define(@PathVariable @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code, @Valid @RequestBody RoleChange role) {
        defineCustomRole.handle(new DefineCustomRole.Command(code, role.nameZh(), role.nameEn(), role.permissions()));
        return roles();
    }
}
