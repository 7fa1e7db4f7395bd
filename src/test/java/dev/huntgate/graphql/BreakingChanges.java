package dev.huntgate.graphql;

import static java.util.stream.Collectors.joining;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import java.util.List;

/** What a schema takes away from clients of an older one. */
final class BreakingChanges {

  private static final String ALL = "AllObjects_";

  private BreakingChanges() {}

  /**
   * The breaking changes, each with its place first; none when whatever clients of the older schema
   * ask is still valid and means the same type of answer. A new non-null argument counts as
   * breaking even with a default, as graphql-java looks at its type only.
   *
   * <p>A new enum value is no breaking change here, though code that switches over the old ones has
   * no case for it: clients are told to have a default. What upstream adds reaches them as {@code
   * UNRECOGNIZED} first, and would otherwise never get a name.
   */
  static List<String> between(String older, String newer) {
    CapturingReporter changes = new CapturingReporter();
    new SchemaDiff()
        .diffSchema(SchemaDiffSet.diffSetFromSdl(rooted(older), rooted(newer)), changes);
    return changes.getBreakages().stream().map(BreakingChanges::told).distinct().sorted().toList();
  }

  /* SchemaDiff walks from the roots, and does not come to what only implements an interface. */
  private static String rooted(String schema) {
    String objects =
        new SchemaParser()
            .parse(schema).getTypes(ObjectTypeDefinition.class).stream()
                .map(ObjectTypeDefinition::getName)
                .collect(joining(" | "));
    return """
        %s
        union %s = %s
        type Root_ { all: %s }
        schema { query: Root_ }
        """
        .formatted(schema, ALL, objects, ALL);
  }

  private static String told(DiffEvent change) {
    if (change.getTypeName().equals(ALL)) {
      return change.getComponents().get(0) + ": The new API does not have this object type";
    }
    String place =
        change.getFieldName() == null
            ? change.getTypeName()
            : change.getTypeName() + "." + change.getFieldName();
    return place + ": " + change.getReasonMsg();
  }
}
