package dev.huntgate.kql;

import java.util.Map;

/** Tells of names that a query gives and never uses: often the one that was to be used. */
final class UnusedLets extends KqlParserBaseVisitor<Void> {

  private final Map<String, Integer> mentions;
  private final Findings findings;

  /**
   * @param mentions how often each name stands in the query
   */
  UnusedLets(Map<String, Integer> mentions, Findings findings) {
    this.mentions = mentions;
    this.findings = findings;
  }

  @Override
  public Void visitLetStatement(KqlParser.LetStatementContext let) {
    String name = let.name().getText();
    if (mentions.getOrDefault(name, 0) == 1) {
      findings.advice("unused", let.name().getStart(), "'" + name + "' is never used.");
    }
    return super.visitLetStatement(let);
  }
}
