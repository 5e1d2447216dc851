/**
 * What a fault probably is, and which parts to carry: learnt from past tickets, in Chinese and English.
 *
 * {@snippet :
 * DiagnosisModel model = DiagnosisModel.learn(tickets, Settings.usual().withHalfLife(730).withCatalogue(Catalogue.of(partNames)));
 *
 * Question question = new Question("开机无显示", List.of("SN 8840-17", "8840CFG", "x440"), Map.of("age_years", 3.5), Map.of("last_cause", "memory dead"));
 * FrozenPrediction frozen = model.freeze(question, today);       // keep frozen.toBytes() when the engineer is sent
 * Prediction prediction = frozen.prediction();                   // causes with evidence, the unknown, sets of parts
 * PartsToCarry carry = PartsToCarry.best(prediction.partSets(), new Carrying(2, 180, priceOfCarrying, scarcity, 50));
 *
 * model.learn(new Ticket("C-4711", question, Repair.of("mainboard fault", List.of("mainboard")), today));
 * }
 *
 * <p>The rules:
 * <ol>
 *   <li>A {@link Question} holds what is known before the repair, a {@link Repair} what was found; nothing that predicts takes a repair.
 *   <li>Probabilities of the known answers and of "none of them" make one. Where the experts know no more than counting does, counting speaks.
 *   <li>Every prediction is computed from its {@link FrozenPrediction}, and can be computed again from its bytes.
 *   <li>Parts are chosen exactly: the promise is the probability of all sets of parts within those carried.
 *   <li>Same tickets, settings and seed, same model.
 * </ol>
 *
 * <p>The package is named after the work, fault finding, because the server's module {@code org.firstfix.diagnosis} already owns the other name: a
 * package of two jars would be two things under one word.
 */
@NullMarked
package org.firstfix.faultfinding;

import org.jspecify.annotations.NullMarked;
