package org.firstfix.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.domain.PhoneCall;
import org.firstfix.cases.query.CallLog;
import org.firstfix.cases.query.ScreenPop;
import org.firstfix.cases.usecase.AnswerCall;
import org.firstfix.cases.usecase.SimulateCall;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calls")
class CallController {
    private final CallLog calls;
    private final ScreenPop screenPop;
    private final AnswerCall answerCall;
    private final SimulateCall simulateCall;

    CallController(CallLog calls, ScreenPop screenPop, AnswerCall answerCall, SimulateCall simulateCall) {
        this.calls = calls;
        this.screenPop = screenPop;
        this.answerCall = answerCall;
        this.simulateCall = simulateCall;
    }

    /** Newest first. */
    @GetMapping
    @Reads("call.answer")
    Page<CallLog.Line> recent(@RequestParam Optional<PhoneCall.Status> status, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return calls.recent(status, PageRequest.of(limit, cursor));
    }

    @GetMapping("/{id}/screen-pop")
    @Reads("call.answer")
    ScreenPop.Pop screenPop(@PathVariable UUID id) {
        return screenPop.of(id);
    }

    @PostMapping("/{id}/answer")
    @Performs(AnswerCall.class)
    ScreenPop.Pop answer(@PathVariable UUID id) {
        answerCall.handle(new AnswerCall.Command(id));
        return screenPop.of(id);
    }

    /** @param number who is to call; some customer if left out */
    record Simulation(@Nullable @Size(max = 40) String number) {}

    @PostMapping("/simulate")
    @Performs(SimulateCall.class)
    @ResponseStatus(HttpStatus.CREATED)
    CallLog.Line simulate(@Valid @RequestBody Simulation simulation) {
        return calls.call(simulateCall.handle(new SimulateCall.Command(Optional.ofNullable(simulation.number()).filter(number -> !number.isBlank()))));
    }
}
