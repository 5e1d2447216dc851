package org.firstfix.demo.life;

import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Phones;
import org.firstfix.dispatch.usecase.AcceptAppointment;
import org.firstfix.dispatch.usecase.ArriveAtSite;
import org.firstfix.dispatch.usecase.BookAppointment;
import org.firstfix.dispatch.usecase.CancelAppointment;
import org.firstfix.dispatch.usecase.DecidePlanningPolicy;
import org.firstfix.dispatch.usecase.DedicateEngineer;
import org.firstfix.dispatch.usecase.DefineTerritory;
import org.firstfix.dispatch.usecase.ExplainOverruling;
import org.firstfix.dispatch.usecase.LoadVan;
import org.firstfix.dispatch.usecase.PlanShifts;
import org.firstfix.dispatch.usecase.RecordAbsence;
import org.firstfix.dispatch.usecase.RegisterEngineer;
import org.firstfix.dispatch.usecase.SetWorkingDay;
import org.firstfix.dispatch.usecase.StartTravelling;
import org.firstfix.dispatch.usecase.TryPolicy;
import org.springframework.stereotype.Component;

/** What dispatchers plan with, and what engineers tell on their way. */
@Component
record DispatchTools(DispatchApi dispatch, BookAppointment book, CancelAppointment cancel, AcceptAppointment accept, StartTravelling travel,
        ArriveAtSite arrive, RegisterEngineer register, DefineTerritory territory, PlanShifts shifts, RecordAbsence absence,
        DedicateEngineer dedicate, LoadVan loadVan, SetWorkingDay workingDay, Engineers homes, DecidePlanningPolicy decidePolicy, TryPolicy tryPolicy,
        ExplainOverruling explain, Phones phones) {}
