package org.firstfix.knowledge.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.firstfix.platform.text.Language;

/**
 * A case that is over, as far as others can learn from it; and the draft it makes.
 *
 * @param reported the words of the report
 * @param whatWasDone findings and actions, visit by visit
 */
public record SolvedCase(Optional<Named> symptom, List<Named> causes, List<String> reported, List<Visit> whatWasDone, List<Named> parts,
        Optional<String> family, Optional<String> modelCode) {
    /** A thing of a catalogue. */
    public record Named(String code, String nameZh, String nameEn) {
        String in(Language language) {
            return language.choose(nameZh, nameEn);
        }
    }

    public record Visit(String findings, String actions) {}

    /** For staff until somebody has looked: it came out of a case. The text stands in the language it was written in. */
    public Content draft(Masking masking) {
        Language written = reported.stream().anyMatch(SolvedCase::isChinese) || whatWasDone.stream()
                .anyMatch(visit -> isChinese(visit.findings() + visit.actions())) ? Language.CHINESE : Language.ENGLISH;
        String body = masking.mask(body(written));
        About about = new About(family.map(List::of).orElse(List.of()), List.of(), symptom.map(it -> List.of(it.code())).orElse(List.of()),
                causes.stream().map(Named::code).toList());
        return new Content(Audience.STAFF, new Bilingual(title(Language.CHINESE), title(Language.ENGLISH)), summary(),
                written == Language.CHINESE ? new Bilingual(body, "") : new Bilingual("", body), List.of(), about);
    }

    private String title(Language language) {
        String cause = names(causes, language);
        String what = symptom.map(it -> it.in(language)).orElse("");
        String both = what.isEmpty() || cause.isEmpty() ? what + cause : what + language.choose("：", ": ") + cause;
        return both.isEmpty() ? language.choose("已解决的案例", "A solved case") : both;
    }

    private Bilingual summary() {
        String families = family.orElse("");
        return causes.isEmpty() ? Bilingual.NOTHING : new Bilingual(
                (families.isEmpty() ? "" : families + "：") + "真实原因为" + names(causes, Language.CHINESE) + "。",
                (families.isEmpty() ? "" : families + ": ") + "the true cause was " + names(causes, Language.ENGLISH).toLowerCase(java.util.Locale.ROOT) + ".");
    }

    private String body(Language language) {
        List<String> sections = new ArrayList<>();
        section(sections, language.choose("现象", "What was reported"), reported);
        section(sections, language.choose("原因", "What it was"), causes.isEmpty() ? List.of() : List.of(names(causes, language)));
        section(sections, language.choose("发现", "What was found"), whatWasDone.stream().map(Visit::findings).toList());
        section(sections, language.choose("处理", "What was done"), whatWasDone.stream().map(Visit::actions).toList());
        section(sections, language.choose("备件", "Parts"), parts.stream().map(part -> part.in(language)).toList());
        return String.join("\n\n", sections);
    }

    private static void section(List<String> sections, String heading, List<String> lines) {
        List<String> filled = lines.stream().map(String::strip).filter(Predicate.not(String::isEmpty)).distinct().toList();
        if (!filled.isEmpty()) {
            sections.add("## " + heading + "\n\n" + filled.stream().map(line -> filled.size() == 1 ? line : "- " + line.replace("\n", "\n  "))
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String names(List<Named> things, Language language) {
        return things.stream().map(thing -> thing.in(language)).collect(Collectors.joining(language.choose("、", ", ")));
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
