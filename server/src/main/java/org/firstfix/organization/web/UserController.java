package org.firstfix.organization.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.query.Colleagues;
import org.firstfix.organization.query.UserList;
import org.firstfix.organization.usecase.ChangeOwnLanguage;
import org.firstfix.organization.usecase.ChangeOwnPassword;
import org.firstfix.organization.usecase.ChangeUser;
import org.firstfix.organization.usecase.RegisterUser;
import org.firstfix.organization.usecase.SetPassword;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.web.BeforePasswordChange;
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

/** Who may sign in. */
@RestController
@RequestMapping("/api/v1")
class UserController {
    private final UserList list;
    private final Colleagues colleagues;
    private final RegisterUser registerUser;
    private final ChangeUser changeUser;
    private final SetPassword setPassword;
    private final ChangeOwnPassword changeOwnPassword;
    private final ChangeOwnLanguage changeOwnLanguage;

    UserController(UserList list, Colleagues colleagues, RegisterUser registerUser, ChangeUser changeUser, SetPassword setPassword,
            ChangeOwnPassword changeOwnPassword, ChangeOwnLanguage changeOwnLanguage) {
        this.list = list;
        this.colleagues = colleagues;
        this.registerUser = registerUser;
        this.changeUser = changeUser;
        this.setPassword = setPassword;
        this.changeOwnPassword = changeOwnPassword;
        this.changeOwnLanguage = changeOwnLanguage;
    }

    record Grant(@NotBlank @Size(max = 40) String role, @NotBlank @Size(max = 40) String orgUnitCode) {
        RoleGrant toGrant() {
            return new RoleGrant(role, orgUnitCode);
        }
    }

    record NewUser(@NotBlank @Size(max = 60) @Pattern(regexp = "[A-Za-z0-9._-]*") String userName,
            @NotBlank @Size(max = 200) String password, @NotBlank @Size(max = 100) String name, @NotNull @Size(max = 40) String phone,
            @NotNull @Size(max = 200) String email, @NotNull @Pattern(regexp = "zh-CN|en") String language,
            @NotBlank @Size(max = 40) String orgUnitCode, @NotNull @Size(max = 20) List<@Valid Grant> roles) {}

    record UserChange(@NotBlank @Size(max = 100) String name, @NotNull @Size(max = 40) String phone, @NotNull @Size(max = 200) String email,
            @NotNull @Pattern(regexp = "zh-CN|en") String language, boolean active,
            @NotNull @Size(max = 20) List<@Valid Grant> roles) {}

    record NewPassword(@NotBlank @Size(max = 200) String password) {}

    record OwnPassword(@NotBlank @Size(max = 200) String oldPassword, @NotBlank @Size(max = 200) String newPassword) {}

    record OwnLanguage(@NotNull @Pattern(regexp = "zh-CN|en") String language) {}

    record ColleagueList(List<Colleagues.Colleague> items) {}

    /** Whom one can hand something over to: the first ones by name. @param text part of a name, or the beginning of a user name */
    @GetMapping("/colleagues")
    @Reads("organization.read")
    ColleagueList colleagues(@RequestParam(defaultValue = "") @Size(max = 100) String text) {
        return new ColleagueList(colleagues.find(Actors.current().scope(), text));
    }

    @GetMapping("/users")
    @Reads("user.maintain")
    Page<UserList.Row> users(@RequestParam(defaultValue = "") @Size(max = 100) String text, @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable Boolean active, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.show(Actors.current().scope(), new UserList.Filter(text, Optional.ofNullable(role), Optional.ofNullable(active)),
                PageRequest.of(limit, cursor));
    }

    @GetMapping("/users/{id}")
    @Reads("user.maintain")
    ResponseEntity<UserList.Row> user(@PathVariable UserId id) {
        UserList.Row user = list.one(id).orElseThrow(() -> Problem.notFound("user", id.value()));
        return Versioned.ok(user, user.version());
    }

    @PostMapping("/users")
    @Performs(RegisterUser.class)
    @ResponseStatus(HttpStatus.CREATED)
    UserList.Row register(@Valid @RequestBody NewUser user) {
        RegisterUser.Registered registered = registerUser.handle(new RegisterUser.Command(user.userName(), user.password(), true,
                user.name(), user.phone(), user.email(), user.language(), user.orgUnitCode(),
                user.roles().stream().map(Grant::toGrant).toList()));
        return list.one(registered.userId()).orElseThrow();
    }

    @PutMapping("/users/{id}")
    @Performs(ChangeUser.class)
    ResponseEntity<UserList.Row> change(@PathVariable UserId id, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody UserChange change) {
        changeUser.handle(new ChangeUser.Command(id, Versioned.expected(ifMatch), change.name(), change.phone(), change.email(),
                change.language(), change.active(), change.roles().stream().map(Grant::toGrant).toList()));
        return user(id);
    }

    @PutMapping("/users/{id}/password")
    @Performs(SetPassword.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable UserId id, @Valid @RequestBody NewPassword password) {
        setPassword.handle(new SetPassword.Command(id, password.password()));
    }

    @PutMapping("/session/password")
    @BeforePasswordChange
    @Performs(ChangeOwnPassword.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeOwnPassword(@Valid @RequestBody OwnPassword password) {
        changeOwnPassword.handle(new ChangeOwnPassword.Command(password.oldPassword(), password.newPassword()));
    }

    @PutMapping("/session/language")
    @Performs(ChangeOwnLanguage.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeOwnLanguage(@Valid @RequestBody OwnLanguage language) {
        changeOwnLanguage.handle(new ChangeOwnLanguage.Command(Language.of(language.language())));
    }
}
