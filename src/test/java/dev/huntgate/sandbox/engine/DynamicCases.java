package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.constant;
import static dev.huntgate.sandbox.engine.QueryCase.each;

import dev.huntgate.sandbox.engine.SmallTables.Host;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Functions on dynamic values, and the ways into them. */
final class DynamicCases {

  private DynamicCases() {}

  static List<QueryCase> all() {
    return List.of(
        each("Details.port", l -> l.port() == null ? null : l.port().toString()),
        each("Details['tags'][1]", l -> l.port() == null ? null : "\"" + l.device() + "\""),
        each("tostring(Details.tags[-2])", l -> l.port() == null ? "" : "a"),
        each("tostring(Details[strcat('po', 'rt')])", l -> l.port() == null ? "" : "" + l.port()),
        each("tolong(parse_json(strcat('[', Port, ']'))[0])", l -> l.port()),
        constant("tolong(parsejson('{\"a\": 4}').a)", 4L),
        constant("todynamic('[1, 2]')", "[1,2]"),
        constant("tostring(toobject('{\"a\": \"b\"}')['a'])", "b"),
        constant("dynamic_to_json(dynamic({'a': [1, 2]}))", "{\"a\":[1,2]}"),
        constant("extractjson('$.a.b', '{\"a\": {\"b\": \"c\"}}')", "c"),
        constant("extract_json(\"$['a'][1]\", '{\"a\": [1, 2]}', typeof(long))", 2L),
        constant("gettype(dynamic([1]))", "array"),
        constant("array_length(range(datetime(2026-03-01), datetime(2026-03-03 11:00), 1d))", 3L),
        constant(
            "todatetime(range(datetime(2026-03-01), datetime(2026-03-02))[5])",
            Instant.parse("2026-03-01T05:00:00Z")),
        constant("totimespan(range(1h, 3h, 1h)[2]) == 3h", true),
        constant("isnull(range(todatetime(''), datetime(2026-03-01), 1d))", true),
        each(
            "bag_pack_columns(DeviceName, Port)",
            l -> "{\"DeviceName\":\"" + l.device() + "\",\"Port\":" + l.port() + "}"),
        constant("gettype(dynamic({'a': 1}))", "dictionary"),
        constant("gettype(dynamic([1, 'a'])[1])", "string"),
        hosts("array_length(Info.ports)", h -> h.ports() == null ? null : (long) h.ports().size()),
        hosts("arraylength(Info.ports)", h -> h.ports() == null ? null : (long) h.ports().size()),
        constant("set_equals(dynamic([1, 2]), dynamic([2, 1, 1]))", true),
        hosts(
            "array_sum(Info.ports)",
            h ->
                h.ports() == null
                    ? null
                    : (double) h.ports().stream().mapToInt(Integer::intValue).sum()),
        hosts(
            "array_sort_asc(Info.ports)",
            h -> h.ports() == null ? null : json(h.ports().stream().sorted().toList())),
        hosts("tostring(array_sort_desc(Info.ports)[0])", DynamicCases::greatest),
        hosts(
            "array_reverse(Info.ports)",
            h ->
                h.ports() == null
                    ? null
                    : json(
                        IntStream.range(0, h.ports().size())
                            .mapToObj(i -> h.ports().get(h.ports().size() - 1 - i))
                            .toList())),
        hosts(
            "array_concat(Info.ports, dynamic([1]))",
            h -> h.ports() == null ? "[1]" : h.portsJson().replace("]", ",1]").replace("[,", "[")),
        constant("array_slice(dynamic([1, 2, 3, 4]), 1, 2)", "[2,3]"),
        constant("array_slice(dynamic([1, 2, 3, 4]), -3, -2)", "[2,3]"),
        constant("array_split(dynamic([1, 2, 3]), 1)", "[[1],[2,3]]"),
        hosts(
            "array_index_of(Info.ports, 22)",
            h -> h.ports() == null ? -1L : (long) h.ports().indexOf(22)),
        constant("zip(dynamic([1, 2]), dynamic(['a', 'b']))", "[[1,\"a\"],[2,\"b\"]]"),
        constant("repeat('x', 3)", "[\"x\",\"x\",\"x\"]"),
        constant("range(1, 7, 3)", "[1,4,7]"),
        constant("set_union(dynamic([2, 1]), dynamic([3, 2]))", "[1,2,3]"),
        constant("set_intersect(dynamic([1, 2, 3]), dynamic([3, 2, 4]))", "[2,3]"),
        constant("set_difference(dynamic([1, 2, 3]), dynamic([2]), dynamic([3]))", "[1]"),
        hosts(
            "set_has_element(Info.ports, 443)", h -> h.ports() != null && h.ports().contains(443)),
        constant("jaccard_index(dynamic([1, 2, 3]), dynamic([2, 3, 4]))", 2.0 / 4),
        hosts("bag_keys(Info)", h -> h.ports() == null ? null : "[\"os\",\"ports\"]"),
        hosts("bag_has_key(Info, 'os')", h -> h.ports() != null),
        constant("bag_merge(dynamic({'a': 1}), dynamic({'a': 2, 'b': 3}))", "{\"b\":3,\"a\":1}"),
        hosts(
            "bag_remove_keys(Info, dynamic(['os']))",
            h -> h.ports() == null ? null : "{\"ports\":" + h.portsJson() + "}"),
        constant("bag_set_key(dynamic({'a': 1}), 'b', 'x')", "{\"a\":1,\"b\":\"x\"}"),
        constant("bag_zip(dynamic(['a', 'b']), dynamic([1, 2]))", "{\"a\":1,\"b\":2}"),
        hosts("pack_array(Owner, Tier)", h -> "[\"" + h.owner() + "\"," + h.tier() + "]"),
        hosts("bag_pack('o', Owner)", h -> "{\"o\":\"" + h.owner() + "\"}"),
        hosts("pack('o', Owner)", h -> "{\"o\":\"" + h.owner() + "\"}"),
        hosts("pack_dictionary('o', Owner)", h -> "{\"o\":\"" + h.owner() + "\"}"),
        QueryCase.of(
            "Hosts | project Owner, Tier | project v = pack_all()",
            SmallTables.HOSTS.stream()
                .map(
                    h ->
                        QueryCase.row(
                            "{\"Owner\":\"" + h.owner() + "\",\"Tier\":" + h.tier() + "}"))));
  }

  private static QueryCase hosts(String expression, Function<Host, Object> value) {
    return QueryCase.of(
        "Hosts | project v = " + expression,
        SmallTables.HOSTS.stream().map(host -> QueryCase.row(value.apply(host))));
  }

  private static Object greatest(Host host) {
    return host.ports() == null
        ? ""
        : host.ports().stream().max(Integer::compare).map(String::valueOf).orElse("");
  }

  private static String json(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
