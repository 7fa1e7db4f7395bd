package dev.huntgate.graphql.view;

import dev.huntgate.hunting.saved.SavedHuntProblem;
import dev.huntgate.hunting.saved.SavedHuntProblem.Severity;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code SavedHuntProblem}. */
@Type("SavedHuntProblem")
@Description("Something that is wrong with the file of a saved hunt.")
@DefaultNonNull
public record SavedHuntProblemView(
    @Description("The file's name in its folder.") String file,
    @Description("The line it is on, from 1; 1 for the file as a whole.") int line,
    @Description("The character of that line it starts at, from 1.") int column,
    @Description("What it is, and what to do.") String message,
    @Description(
            "Whether the saved hunt is there in spite of it: true for a warning, such as a column"
                + " that is not documented.")
        boolean served) {

  /** The view of a problem. */
  public static SavedHuntProblemView of(SavedHuntProblem problem) {
    return new SavedHuntProblemView(
        problem.file(),
        problem.line(),
        problem.column(),
        problem.message(),
        problem.severity() == Severity.WARNING);
  }
}
