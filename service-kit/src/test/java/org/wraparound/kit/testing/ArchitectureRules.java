package org.wraparound.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.util.List;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.SQLRestriction;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.idempotency.Idempotent;

/** The rules of structure that every service keeps. */
public final class ArchitectureRules {
  private static final List<Class<? extends Annotation>> METHODS =
      List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

  private ArchitectureRules() {}

  /** Checks all rules for the classes of one service. */
  public static void check(String basePackage) {
    JavaClasses production =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(basePackage);

    methods()
        .that(describe("are endpoints", ArchitectureRules::isEndpoint))
        .should(
            be(
                describe(
                    "for named roles or for everyone signed in",
                    method -> isAuthorised(method) || isAuthorised(method.getOwner()))))
        .because("an endpoint without an authorisation annotation is open to all")
        .check(production);
    methods()
        .that(describe("are endpoints", ArchitectureRules::isEndpoint))
        .should()
        .bePublic()
        .because("a package-private resource method compiles and answers 404")
        .check(production);
    methods()
        .that()
        .areAnnotatedWith(POST.class)
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("org.wraparound.kit.inbox")
        .should()
        .beAnnotatedWith(Idempotent.class)
        .because("every POST takes an Idempotency-Key")
        .allowEmptyShould(true)
        .check(production);
    noClasses()
        .that()
        .areAnnotatedWith(Entity.class)
        .and()
        .resideOutsideOfPackage("org.wraparound.kit.inbox")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "org.apache.kafka..", "io.vertx..")
        .because("what a record may become is decided without HTTP and Kafka")
        .check(production);
    noClasses()
        .that()
        .areAssignableTo(PersonRecord.class)
        .and()
        .doNotBelongToAnyOf(PersonRecord.class)
        .should()
        .beAnnotatedWith(
            describe(
                "another restriction",
                annotation ->
                    annotation.getRawType().isEquivalentTo(SQLRestriction.class)
                        && !annotation
                            .get("value")
                            .filter(PersonRecord.VISIBLE_AMONG_MANY::equals)
                            .isPresent()))
        .because("it would take the place of the access predicate, not add to it")
        .allowEmptyShould(true)
        .check(production);
    noClasses()
        .should()
        .beAnnotatedWith(FilterDef.class)
        .because("Hibernate keeps no query plan while a filter is enabled")
        .check(production);
    noClasses()
        .that()
        .resideOutsideOfPackages("org.wraparound.kit.journal", "org.wraparound.kit.inbox")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.eclipse.microprofile.reactive.messaging..",
            "io.smallrye.reactive.messaging..")
        .because("events leave through the journal and arrive through the inbox, nowhere else")
        .check(production);
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .because("time comes from the injected Clock")
        .check(
            production.that(
                describe(
                    "do not run on machine time by design",
                    c -> !c.getPackageName().equals("org.wraparound.kit.journal"))));
    classes()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .bePackagePrivate()
        .check(production);
    slices()
        .matching(basePackage + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("features do not know each other in circles")
        .check(production);
  }

  private static boolean isEndpoint(JavaMethod method) {
    return METHODS.stream().anyMatch(method::isAnnotatedWith);
  }

  private static boolean isAuthorised(JavaMethod method) {
    return method.isAnnotatedWith(RolesAllowed.class)
        || method.isAnnotatedWith(Authenticated.class)
        || method.isAnnotatedWith(PermitAll.class);
  }

  private static boolean isAuthorised(JavaClass type) {
    return type.isAnnotatedWith(RolesAllowed.class) || type.isAnnotatedWith(Authenticated.class);
  }
}
