package dev.huntgate.kql;

import java.util.Arrays;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * What parsers have learnt about deciding, shared between them so that each query is read faster.
 *
 * <p>ANTLR's own is never forgotten, and grows with every odd query: callers could fill the heap.
 * This one is given up for a new one when it is full.
 */
final class ParserMemory {

  /** A warm parser has a few thousand; each takes some kilobytes at most. */
  private static final int MOST_STATES = 20_000;

  private static volatile ParserMemory current = new ParserMemory();

  private final DFA[] decisions = new DFA[KqlParser._ATN.getNumberOfDecisions()];
  private final PredictionContextCache contexts = new PredictionContextCache();

  private ParserMemory() {
    Arrays.setAll(decisions, i -> new DFA(KqlParser._ATN.getDecisionState(i), i));
  }

  /** Returns a parser that uses what is known, and adds to it. */
  static KqlParser parser(TokenStream tokens) {
    ParserMemory memory = current;
    if (memory.states() > MOST_STATES) {
      memory = new ParserMemory();
      current = memory;
    }
    KqlParser parser = new KqlParser(tokens);
    parser.setInterpreter(
        new ParserATNSimulator(parser, KqlParser._ATN, memory.decisions, memory.contexts));
    parser.removeErrorListeners();
    return parser;
  }

  private int states() {
    int states = 0;
    for (DFA decision : decisions) {
      states += decision.states.size();
    }
    return states;
  }
}
