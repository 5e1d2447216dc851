package org.firstfix.cases.web;

import org.firstfix.cases.usecase.CancelCase;
import org.firstfix.cases.usecase.CloseCase;
import org.firstfix.cases.usecase.HandCaseToVendor;
import org.firstfix.cases.usecase.PutCaseOnHold;
import org.firstfix.cases.usecase.RecordQuoteAnswer;
import org.firstfix.cases.usecase.ReleaseCase;
import org.firstfix.cases.usecase.ReopenCase;
import org.firstfix.cases.usecase.ResolveRemotely;
import org.firstfix.cases.usecase.RespondToCase;
import org.firstfix.cases.usecase.ResumeCase;
import org.firstfix.cases.usecase.SendQuote;
import org.firstfix.cases.usecase.TakeCase;
import org.firstfix.cases.usecase.TakeCaseBack;
import org.springframework.stereotype.Component;

/** The steps a case can take. */
@Component
record Steps(RespondToCase respond, ReleaseCase release, ResolveRemotely resolveRemotely, PutCaseOnHold putOnHold, ResumeCase resume,
        HandCaseToVendor handToVendor, TakeCaseBack takeBack, CloseCase close, ReopenCase reopen, CancelCase cancel, TakeCase take, SendQuote sendQuote, RecordQuoteAnswer answerQuote) {}
