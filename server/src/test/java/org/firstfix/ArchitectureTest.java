package org.firstfix;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import org.firstfix.platform.work.Permission;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

/** The rules of ARCHITECTURE.md, section "Rules held by tests". */
class ArchitectureTest {
    /** From the lowest to the highest: a module imports only what stands before it. */
    static final List<String> LEVELS = List.of("platform", "organization", "customer", "asset", "contract", "sla", "reminder", "cases",
            "diagnosis", "workorder", "knowledge", "dispatch", "exam", "notification", "integration", "demo");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS).importPackages("org.firstfix");

    /** The generated tables and the engines are libraries, not modules; the rules below see to them. */
    static final ApplicationModules MODULES = ApplicationModules.of(FirstfixApplication.class,
            resideInAnyPackage("org.firstfix.schema..", "org.firstfix.worktime..", "org.firstfix.faultfinding..", "org.firstfix.routing.."));

    @Test
    void modulesKeepTheirWalls() {
        MODULES.verify();
    }

    @Test
    void commandsGoDownAndNewsGoesUp() {
        classes().that().resideInAPackage("org.firstfix.*..").and().resideOutsideOfPackage("org.firstfix.schema..")
                .should(new ArchCondition<>("import only lower modules") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        int level = levelOf(type);
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> levelOf(dependency.getTargetClass()) > level)
                                .forEach(dependency -> events.add(SimpleConditionEvent.violated(dependency,
                                        dependency.getDescription() + ". Maybe publish an event here, or let the upper module call you.")));
                    }
                }).check(CLASSES);
    }

    @Test
    void everyModuleHasALevel() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .allSatisfy(name -> assertThat(LEVELS).contains(name));
    }

    @Test
    void onlyStorageAndQueriesSeeTablesAndOnlyTheirOwn() {
        classes().that().resideInAPackage("org.firstfix.*..").and().resideOutsideOfPackage("org.firstfix.schema..")
                .should(new ArchCondition<>("see only the tables of their own module") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String module = moduleOf(type);
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            String target = dependency.getTargetClass().getPackageName();
                            if (!target.startsWith("org.firstfix.schema.") || target.startsWith("org.firstfix.schema.binding")) {
                                continue;
                            }
                            boolean own = target.startsWith("org.firstfix.schema." + module + ".") || target.equals("org.firstfix.schema." + module);
                            boolean place = module.equals("platform") || type.getPackageName().contains(".storage")
                                    || type.getPackageName().contains(".query");
                            if (!own || !place) {
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                            }
                        }
                    }
                }).check(CLASSES);
    }

    @Test
    void domainKnowsOnlyTheLanguageOfTheModulesAndTheEngines() {
        // A package-info says who may use the package; that is for the modules to know, not for the domain.
        noClasses().that().resideInAPackage("..domain..").and().doNotHaveSimpleName("package-info")
                .should().dependOnClassesThat(resideInAPackage("org.springframework..").or(resideInAPackage("org.jooq.."))
                        .or(resideInAPackage("org.firstfix.schema..")).or(resideInAPackage("tools.jackson.."))
                        .or(resideInAPackage("..usecase..")).or(resideInAPackage("..storage.."))
                        .or(resideInAPackage("..query..")).or(resideInAPackage("..web.."))
                        .or(resideInAPackage("..reaction..")))
                .check(CLASSES);
    }

    @Test
    void entrancesGoThroughUseCasesAndQueries() {
        noClasses().that().resideInAnyPackage("org.firstfix.*.web..", "org.firstfix.*.reaction..")
                .and().resideOutsideOfPackage("org.firstfix.platform..")
                .should().dependOnClassesThat(resideInAPackage("..storage..").or(resideInAPackage("org.jooq..")))
                .check(CLASSES);
    }

    @Test
    void aUseCaseIsFinalAndHasOneHandleAndAPermission() {
        classes().that().areAnnotatedWith(Permission.class)
                .should().haveModifier(JavaModifier.FINAL).andShould().beAnnotatedWith(Component.class)
                .andShould(new ArchCondition<JavaClass>("have one public method, handle") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        List<String> open = type.getMethods().stream().filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                && !method.getModifiers().contains(JavaModifier.STATIC)).map(method -> method.getName()).distinct().toList();
                        if (!open.equals(List.of("handle"))) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + open));
                        }
                    }
                }).check(CLASSES);
    }

    @Test
    void nobodyLooksAtTheClockOnTheWall() {
        noClasses().that().resideOutsideOfPackage("org.firstfix.platform.time..")
                .should().callMethod(Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now")
                .orShould().callMethod(java.time.ZonedDateTime.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
    }

    private static int levelOf(JavaClass type) {
        return LEVELS.indexOf(moduleOf(type));
    }

    private static String moduleOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && parts[0].equals("org") && parts[1].equals("firstfix") ? parts[2] : "";
    }
}
