package org.firstfix.knowledge.domain;

/** A step of a script: what to do, what should be seen then, and what may help if it is not. */
public record Step(Bilingual instruction, Bilingual expected, Bilingual hint) {}
