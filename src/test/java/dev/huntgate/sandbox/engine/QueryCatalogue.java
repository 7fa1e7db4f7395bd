package dev.huntgate.sandbox.engine;

import java.util.List;
import java.util.stream.Stream;

/** All queries whose rows plain Java works out. */
final class QueryCatalogue {

  private QueryCatalogue() {}

  static List<QueryCase> all() {
    return Stream.of(
            TextCases.all(),
            NumberCases.all(),
            TimeCases.all(),
            DynamicCases.all(),
            TestCases.all(),
            AggregateCases.all(),
            OperatorCases.all(),
            MadeCases.all(),
            JoinCases.all(),
            WholeQueryCases.all(),
            CompanyCases.all())
        .flatMap(List::stream)
        .toList();
  }
}
