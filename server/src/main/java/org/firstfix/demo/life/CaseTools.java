package org.firstfix.demo.life;

import org.firstfix.cases.CaseApi;
import org.firstfix.cases.usecase.AddNote;
import org.firstfix.cases.usecase.AnswerCall;
import org.firstfix.cases.usecase.CancelCase;
import org.firstfix.cases.usecase.CloseCase;
import org.firstfix.cases.usecase.EndCriticalWatch;
import org.firstfix.cases.usecase.HandCaseToVendor;
import org.firstfix.cases.usecase.OpenCase;
import org.firstfix.cases.usecase.PutCaseOnHold;
import org.firstfix.cases.usecase.RecordCallEvent;
import org.firstfix.cases.usecase.RecordQuoteAnswer;
import org.firstfix.cases.usecase.ReleaseCase;
import org.firstfix.cases.usecase.ReopenCase;
import org.firstfix.cases.usecase.ResolveRemotely;
import org.firstfix.cases.usecase.RespondToCase;
import org.firstfix.cases.usecase.ResumeCase;
import org.firstfix.cases.usecase.SendProgressMessage;
import org.firstfix.cases.usecase.SendQuote;
import org.firstfix.cases.usecase.StartCriticalWatch;
import org.firstfix.cases.usecase.TakeCase;
import org.firstfix.cases.usecase.TakeCaseBack;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.diagnosis.query.DiagnosisView;
import org.firstfix.diagnosis.usecase.AgreeWithDiagnosis;
import org.firstfix.diagnosis.usecase.RecordDiagnosis;
import org.springframework.stereotype.Component;

/** What the desk and technical support work with. */
@Component
record CaseTools(CaseApi cases, EntitlementApi entitlements, OpenCase open, TakeCase take, RespondToCase respond, AddNote addNote,
        PutCaseOnHold hold, ResumeCase resume, ReleaseCase release, ResolveRemotely resolve, CloseCase close, CancelCase cancel,
        ReopenCase reopen, HandCaseToVendor toVendor, TakeCaseBack fromVendor, StartCriticalWatch watch, SendProgressMessage tell,
        EndCriticalWatch endWatch, RecordCallEvent recordCall, AnswerCall answerCall, DiagnosisView diagnosisView,
        RecordDiagnosis diagnose, AgreeWithDiagnosis agree, SendQuote sendQuote, RecordQuoteAnswer answerQuote) {}
