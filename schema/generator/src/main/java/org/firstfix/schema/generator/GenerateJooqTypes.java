package org.firstfix.schema.generator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Runs the migrations on a throw-away PostgreSQL and writes one Java package of jOOQ types per module's schema.
 *
 * <p>Arguments: the folder of migrations, the folder to write to. Does nothing when the migrations are those of the
 * last run, so that an ordinary build does not pay for a database start.
 */
public final class GenerateJooqTypes {
    private static final List<String> MODULES = List.of("platform", "organization", "customer", "asset", "contract",
            "sla", "reminder", "cases", "diagnosis", "workorder", "knowledge", "dispatch", "exam", "notification", "integration");

    private GenerateJooqTypes() {}

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        Path stamp = output.resolve(".migrations.sha256");
        String fingerprint = fingerprint(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        System.out.println("Generating jOOQ types from " + migrations);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Flyway.configure().dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations).schemas("platform").load().migrate();
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                GenerationTool tool = new GenerationTool();
                tool.setConnection(connection);
                tool.run(configuration(output));
            }
        }
        Files.writeString(stamp, fingerprint);
    }

    private static Configuration configuration(Path output) {
        List<SchemaMappingType> schemata =
                MODULES.stream().map(module -> new SchemaMappingType().withInputSchema(module)).toList();
        return new Configuration().withJdbc(new Jdbc()).withGenerator(new Generator()
                .withDatabase(new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withSchemata(schemata)
                        .withExcludes("flyway_schema_history")
                        .withIncludeRoutines(false)
                        .withForcedTypes(
                                new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz|timestamp with time zone"),
                                new ForcedType().withUserType("java.lang.String")
                                        .withBinding("org.firstfix.schema.binding.OrgPathBinding").withIncludeTypes("ltree")))
                .withGenerate(new Generate().withRecords(true).withPojos(false).withDaos(false)
                        .withGlobalObjectReferences(true).withGeneratedAnnotation(false).withComments(false)
                        .withSequences(true).withUdts(false))
                .withTarget(new Target().withPackageName("org.firstfix.schema").withDirectory(output.toString())
                        .withClean(true)));
    }

    private static String fingerprint(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(thisClass());
        try (var files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A changed generator must run again, so its own class file is part of the fingerprint. */
    private static byte[] thisClass() throws IOException {
        try (var stream = GenerateJooqTypes.class.getResourceAsStream("GenerateJooqTypes.class")) {
            return stream.readAllBytes();
        }
    }
}
