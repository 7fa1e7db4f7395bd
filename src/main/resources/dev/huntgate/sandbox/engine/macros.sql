-- What KQL does and no single function of SQL does. A timespan is a count of 100-nanosecond ticks.
CREATE MACRO kql_least(a, b) AS CASE WHEN a > b THEN b ELSE a END;
CREATE MACRO kql_eq(a, b) AS CASE WHEN a IS NULL AND b IS NULL THEN NULL ELSE a IS NOT DISTINCT FROM b END;
CREATE MACRO kql_ne(a, b) AS CASE WHEN a IS NULL AND b IS NULL THEN NULL ELSE a IS DISTINCT FROM b END;

-- A term is a run of letters and digits; an edge of the wanted text that is part of a term must end one.
CREATE MACRO kql_term_class() AS '0-9A-Za-z\x{AA}\x{B2}\x{B3}\x{B5}\x{B9}\x{BA}\x{BC}-\x{BE}\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{2C1}\x{370}-\x{1FFE}\x{2070}-\x{209C}\x{2C00}-\x{2DFF}\x{3041}-\x{D7FF}\x{F900}-\x{FDFB}\x{FE70}-\x{FEFC}\x{FF10}-\x{FF19}\x{FF21}-\x{FF3A}\x{FF41}-\x{FF5A}\x{FF66}-\x{FFDC}\x{10000}-\x{1EFFF}\x{20000}-\x{3FFFF}';
CREATE MACRO kql_pattern(t, lead, trail) AS
  CASE WHEN lead AND regexp_matches(t, '^[' || kql_term_class() || ']') THEN '(?:^|[^' || kql_term_class() || '])' ELSE '' END
  || regexp_escape(t)
  || CASE WHEN trail AND regexp_matches(t, '[' || kql_term_class() || ']$') THEN '(?:$|[^' || kql_term_class() || '])' ELSE '' END;
-- Plain search goes first, because it tells quickly that most rows do not match.
CREATE MACRO kql_has(s, t) AS CASE WHEN contains(lower(s), lower(t)) THEN regexp_matches(s, '(?is)' || kql_pattern(t, true, true)) ELSE false END;
CREATE MACRO kql_has_cs(s, t) AS CASE WHEN contains(s, t) THEN regexp_matches(s, '(?s)' || kql_pattern(t, true, true)) ELSE false END;
CREATE MACRO kql_hasprefix(s, t) AS CASE WHEN contains(lower(s), lower(t)) THEN regexp_matches(s, '(?is)' || kql_pattern(t, true, false)) ELSE false END;
CREATE MACRO kql_hasprefix_cs(s, t) AS CASE WHEN contains(s, t) THEN regexp_matches(s, '(?s)' || kql_pattern(t, true, false)) ELSE false END;
CREATE MACRO kql_hassuffix(s, t) AS CASE WHEN contains(lower(s), lower(t)) THEN regexp_matches(s, '(?is)' || kql_pattern(t, false, true)) ELSE false END;
CREATE MACRO kql_hassuffix_cs(s, t) AS CASE WHEN contains(s, t) THEN regexp_matches(s, '(?s)' || kql_pattern(t, false, true)) ELSE false END;

CREATE MACRO kql_some(j) AS nullif(j, CAST('null' AS JSON));
CREATE MACRO kql_get(j, p) AS kql_some(json_extract(j, p));
CREATE MACRO kql_pointer(k) AS '/' || replace(replace(k, '~', '~0'), '/', '~1');
CREATE MACRO kql_member(j, k) AS kql_get(j, kql_pointer(k));
CREATE MACRO kql_text(j) AS coalesce(j ->> '$', '');
CREATE MACRO kql_texts(j) AS CASE WHEN json_type(j) = 'ARRAY' THEN from_json(j, '["VARCHAR"]') ELSE [] END;
CREATE MACRO kql_number(j) AS TRY_CAST(j ->> '$' AS DOUBLE);
CREATE MACRO kql_whole(j) AS coalesce(TRY_CAST(j ->> '$' AS BIGINT), TRY_CAST(trunc(kql_number(j)) AS BIGINT));
CREATE MACRO kql_json_number(d) AS
  CASE WHEN d = trunc(d) AND abs(d) < 1e15 THEN to_json(CAST(d AS BIGINT)) ELSE to_json(d) END;
CREATE MACRO kql_parse(s) AS CASE WHEN s = '' THEN NULL WHEN json_valid(s) THEN CAST(s AS JSON) ELSE to_json(s) END;
CREATE MACRO kql_real_text(d) AS
  coalesce(CASE WHEN d = trunc(d) AND abs(d) < 1e15 THEN CAST(CAST(d AS BIGINT) AS VARCHAR) ELSE CAST(d AS VARCHAR) END, '');
CREATE MACRO kql_long(s) AS
  CASE WHEN regexp_full_match(s, '\s*([+-]?[0-9]+|0[xX][0-9a-fA-F]+)\s*') THEN TRY_CAST(trim(s) AS BIGINT) END;

CREATE MACRO kql_moment(us) AS make_timestamp(CAST(us AS BIGINT));
CREATE MACRO kql_plus(d, t) AS make_timestamp(epoch_us(d) + t // 10);
-- Days and weeks are counted from the first of January of the year one, a Monday.
CREATE MACRO kql_bin_time(d, t) AS
  CASE WHEN t > 0 THEN make_timestamp(epoch_us(d) - (epoch_us(d) + 62135596800000000) % (t // 10)) END;
CREATE MACRO kql_bin_long(x, n) AS CASE WHEN n > 0 THEN x - ((x % n) + n) % n END;
CREATE MACRO kql_bin_real(x, n) AS CASE WHEN n > 0 THEN floor(x / n) * n END;
CREATE MACRO kql_day(d) AS date_trunc('day', d);
CREATE MACRO kql_sunday(d) AS date_trunc('day', d) - to_days(CAST(dayofweek(d) AS INTEGER));
CREATE MACRO kql_time_text(d) AS coalesce(strftime(d, '%Y-%m-%dT%H:%M:%S.%f') || '0Z', '');
CREATE MACRO kql_span_text(t) AS
  coalesce(
    CASE WHEN t < 0 THEN '-' ELSE '' END
    || CASE WHEN abs(t) >= 864000000000 THEN CAST(abs(t) // 864000000000 AS VARCHAR) || '.' ELSE '' END
    || printf('%02d:%02d:%02d', abs(t) // 36000000000 % 24, abs(t) // 600000000 % 60, abs(t) // 10000000 % 60)
    || CASE WHEN abs(t) % 10000000 > 0 THEN printf('.%07d', abs(t) % 10000000) ELSE '' END,
    '');

CREATE MACRO kql_substring(s, a, n) AS
  coalesce(CASE WHEN n <= 0 THEN '' ELSE substring(s, greatest(CASE WHEN a < 0 THEN length(s) + a ELSE a END, 0) + 1, n) END, '');
CREATE MACRO kql_countof(s, t) AS
  CASE WHEN t = '' THEN 0
  ELSE len(list_filter(range(1, length(s) + 1), lambda i: starts_with(substring(s, i), t))) END;
CREATE MACRO kql_indexof(s, t, a) AS
  CASE WHEN strpos(substring(s, a + 1), t) = 0 THEN -1 ELSE strpos(substring(s, a + 1), t) - 1 + a END;
CREATE MACRO kql_indexof_regex(s, r) AS
  CASE WHEN regexp_matches(s, r) THEN strpos(s, regexp_extract(s, r)) - 1 ELSE -1 END;
CREATE MACRO kql_repeat(s, n, d) AS coalesce(array_to_string(list_transform(range(n), lambda i: s), d), '');
CREATE MACRO kql_translate(s, a, b) AS translate(s, a, b || repeat(right(b, 1), greatest(length(a) - length(b), 0)));
CREATE MACRO kql_base64_text(s) AS coalesce(TRY(decode(from_base64(s))), '');
CREATE MACRO kql_code_points(s) AS to_json(list_transform(regexp_split_to_array(s, ''), lambda c: unicode(c)));
CREATE MACRO kql_from_code_points(j) AS
  coalesce(array_to_string(list_transform(kql_texts(j), lambda c: chr(CAST(c AS INTEGER))), ''), '');
CREATE MACRO kql_shift_left(x, n) AS
  CASE WHEN n % 64 = 0 THEN x ELSE TRY_CAST(TRY_CAST(x AS HUGEINT) * (1::HUGEINT << (n % 64)::INTEGER) AS BIGINT) END;
CREATE MACRO kql_version(s) AS
  CASE WHEN regexp_full_match(s, '[0-9]{1,8}(\.[0-9]{1,8}){0,3}') THEN
    CAST(lpad(split_part(s, '.', 1), 8, '0') || lpad(split_part(s, '.', 2), 8, '0')
      || lpad(split_part(s, '.', 3), 8, '0') || lpad(split_part(s, '.', 4), 8, '0') AS HUGEINT) END;

-- Times and spans that are written as text.
CREATE MACRO kql_time(s) AS
  CASE WHEN regexp_matches(s, ':.*[+-][0-9]{2}:?[0-9]{2}$') THEN timezone('UTC', TRY_CAST(s AS TIMESTAMPTZ))
  ELSE coalesce(TRY_CAST(s AS TIMESTAMP),
    try_strptime(s, ['%m/%d/%Y %I:%M:%S %p', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y', '%a, %d %b %Y %H:%M:%S GMT', '%a %b %d %H:%M:%S %Y'])) END;
CREATE MACRO kql_clock(p) AS
  CASE WHEN p[1] = '-' THEN -1 ELSE 1 END * (
    coalesce(TRY_CAST(p[2] AS BIGINT), 0) * 864000000000 + coalesce(TRY_CAST(p[3] AS BIGINT), 0) * 36000000000
    + coalesce(TRY_CAST(p[4] AS BIGINT), 0) * 600000000 + coalesce(TRY_CAST(p[5] AS BIGINT), 0) * 10000000
    + coalesce(TRY_CAST(rpad(p[6], 7, '0') AS BIGINT), 0));
CREATE MACRO kql_span(s) AS
  CASE
    WHEN regexp_full_match(s, '-?(?:[0-9]{1,7}\.)?[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2}(?:\.[0-9]{1,7})?)?') THEN
      kql_clock(list_transform([1, 2, 3, 4, 5, 6], lambda g:
        regexp_extract_all(s, '^(-)?(?:([0-9]+)\.)?([0-9]+):([0-9]+)(?::([0-9]+)(?:\.([0-9]+))?)?$', g)[1]))
    WHEN regexp_full_match(s, '-?[0-9]{1,7}(?:\.[0-9]{1,9})?(?:d|h|m|s|ms)?') THEN
      CAST(TRY_CAST(regexp_extract(s, '^-?[0-9.]+') AS DOUBLE) * CASE regexp_extract(s, '[a-z]*$')
        WHEN 'h' THEN 36000000000 WHEN 'm' THEN 600000000 WHEN 's' THEN 10000000 WHEN 'ms' THEN 10000
        ELSE 864000000000 END AS BIGINT)
  END;

-- Dynamic arrays and bags.
CREATE MACRO kql_items(j) AS CASE WHEN json_type(j) = 'ARRAY' THEN json_extract(j, '$[*]') ELSE [] END;
CREATE MACRO kql_array(j, l) AS CASE WHEN json_type(j) = 'ARRAY' THEN to_json(l) END;
CREATE MACRO kql_length(j) AS CASE WHEN json_type(j) = 'ARRAY' THEN CAST(json_array_length(j) AS BIGINT) END;
CREATE MACRO kql_sum(j) AS
  CASE WHEN json_type(j) = 'ARRAY' THEN coalesce(list_sum(list_transform(kql_items(j), lambda e: kql_number(e))), 0) END;
CREATE MACRO kql_sorted(j) AS
  list_transform(
    list_sort(list_transform(kql_items(j), lambda e: {
      'n': CASE WHEN json_type(e) IN ('UBIGINT', 'BIGINT', 'DOUBLE') THEN kql_number(e) END, 't': e ->> '$', 'j': e})),
    lambda e: e.j);
CREATE MACRO kql_slice(l, a, b) AS
  list_slice(l, CASE WHEN a < 0 THEN greatest(len(l) + a, 0) ELSE a END + 1, CASE WHEN b < 0 THEN len(l) + b ELSE b END + 1);
CREATE MACRO kql_without(a, b) AS list_filter(a, lambda e: NOT list_contains(b, e));
CREATE MACRO kql_jaccard(a, b) AS
  CAST(len(list_distinct(list_intersect(a, b))) AS DOUBLE) / nullif(len(list_distinct(list_concat(a, b))), 0);
CREATE MACRO kql_type(j) AS
  CASE json_type(j) WHEN 'ARRAY' THEN 'array' WHEN 'OBJECT' THEN 'dictionary' WHEN 'VARCHAR' THEN 'string'
  WHEN 'DOUBLE' THEN 'double' WHEN 'BOOLEAN' THEN 'bool' WHEN 'BIGINT' THEN 'long' WHEN 'UBIGINT' THEN 'long' ELSE 'null' END;
CREATE MACRO kql_elements(j) AS
  CASE WHEN j IS NULL THEN [j]
  WHEN json_type(j) = 'ARRAY' THEN json_extract(j, '$[*]')
  WHEN json_type(j) = 'OBJECT' THEN
    list_transform(json_keys(j), lambda k: CAST(json_object(k, json_extract(j, kql_pointer(k))) AS JSON))
  ELSE [j] END;
CREATE MACRO kql_elements_array(j) AS
  CASE WHEN json_type(j) = 'OBJECT' THEN
    list_transform(json_keys(j), lambda k: CAST(json_array(k, json_extract(j, kql_pointer(k))) AS JSON))
  ELSE kql_elements(j) END;
CREATE MACRO kql_key_types(j) AS
  CASE WHEN json_type(j) = 'OBJECT' THEN
    list_filter(
      list_transform(json_keys(j), lambda k: {'k': k, 't': json_type(json_extract(j, kql_pointer(k)))}),
      lambda e: e.t <> 'NULL')
  ELSE [] END;
CREATE MACRO kql_merged(bags) AS
  CASE WHEN len(bags) > 0 THEN list_reduce(bags, lambda x, y: CAST(json_merge_patch(y, x) AS JSON)) ELSE CAST('{}' AS JSON) END;
CREATE MACRO kql_bags(l) AS list_filter(l, lambda e: json_type(e) = 'OBJECT');
CREATE MACRO kql_bag_without(j, l) AS
  CASE WHEN json_type(j) = 'OBJECT' THEN
    to_json(map_from_entries(list_transform(list_filter(json_keys(j), lambda k: NOT list_contains(l, k)),
      lambda k: {'k': k, 'v': json_extract(j, kql_pointer(k))}))) END;
CREATE MACRO kql_bag_zip(k, v) AS
  to_json(map_from_entries(list_transform(range(len(k)), lambda i: {'k': k[i + 1], 'v': v[i + 1]})));
CREATE MACRO kql_without_empty(j) AS
  to_json(map_from_entries(list_transform(
    list_filter(json_keys(j), lambda k: coalesce(j ->> kql_pointer(k), '') <> ''),
    lambda k: {'k': k, 'v': json_extract(j, kql_pointer(k))})));
CREATE MACRO kql_json_set(l) AS
  list_sort(list_distinct(flatten(list_transform(l, lambda e: CASE WHEN json_type(e) = 'ARRAY' THEN json_extract(e, '$[*]') ELSE [e] END))));
CREATE MACRO kql_series(m, n, d) AS list_transform(range(n), lambda i: coalesce(m[i], d));

-- Text that is put together of parts: command lines, addresses of the web, paths.
CREATE MACRO kql_command_line(s) AS
  to_json(list_transform(regexp_extract_all(s, '(?:\\"|[^\s"]|"(?:\\"|[^"])*"?)+'),
    lambda e: replace(replace(replace(e, '\"', chr(1)), '"', ''), chr(1), '"')));
CREATE MACRO kql_parse_csv(s) AS
  to_json(list_transform(regexp_extract_all(s || ',', '("(?:[^"]|"")*"|[^,]*),', 1),
    lambda e: CASE WHEN starts_with(e, '"') THEN replace(substring(e, 2, length(e) - 2), '""', '"') ELSE e END));
CREATE MACRO kql_parse_query(q) AS
  CASE WHEN q = '' THEN CAST('{}' AS JSON) ELSE CAST('{' || array_to_string(list_transform(string_split(q, '&'), lambda p:
    CAST(to_json(split_part(p, '=', 1)) AS VARCHAR) || ':'
    || CAST(to_json(CASE WHEN contains(p, '=') THEN substring(p, strpos(p, '=') + 1) ELSE '' END) AS VARCHAR)), ',') || '}' AS JSON) END;
CREATE MACRO kql_url_part(s, g) AS
  regexp_extract(s, '^([A-Za-z][A-Za-z0-9+.-]*)://(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^:/?#]*)(?::([0-9]+))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$', g);
CREATE MACRO kql_parse_url(s) AS
  CASE WHEN contains(s, '://') THEN json_object(
    'Scheme', kql_url_part(s, 1), 'Host', kql_url_part(s, 4), 'Port', kql_url_part(s, 5), 'Path', kql_url_part(s, 6),
    'Username', kql_url_part(s, 2), 'Password', kql_url_part(s, 3),
    'Query Parameters', kql_parse_query(kql_url_part(s, 7)), 'Fragment', kql_url_part(s, 8)) END;
CREATE MACRO kql_file_name(s) AS regexp_extract(regexp_replace(s, '^[a-z]+://', ''), '([^/\\]*)$', 1);
CREATE MACRO kql_parse_path(s) AS
  json_object(
    'Scheme', regexp_extract(s, '^([a-z]{2,})://', 1),
    'RootPath', regexp_extract(s, '^([A-Za-z]:)', 1),
    'DirectoryPath', regexp_extract(regexp_replace(s, '^[a-z]{2,}://', ''), '^(.*)[/\\]', 1),
    'DirectoryName', regexp_extract(s, '([^/\\]+)[/\\][^/\\]*$', 1),
    'Filename', split_part(kql_file_name(s), ':', 1),
    'Extension', regexp_extract(split_part(kql_file_name(s), ':', 1), '\.([^.]+)$', 1),
    'AlternateDataStreamName', split_part(kql_file_name(s), ':', 2));

-- Addresses, as numbers.
CREATE MACRO kql_ip_like(s) AS regexp_full_match(s, '[0-9]{1,3}(\.[0-9]{1,3}){3}(/[0-9]{1,2})?');
CREATE MACRO kql_ip_bits(s) AS
  CASE WHEN kql_ip_like(s) THEN
    CASE WHEN NOT contains(s, '/') THEN 32
    WHEN CAST(split_part(s, '/', 2) AS BIGINT) <= 32 THEN CAST(split_part(s, '/', 2) AS BIGINT) END END;
-- A list of one lets the bytes be worked out once and be named.
CREATE MACRO kql_ip_whole(s) AS
  CASE WHEN kql_ip_like(s) THEN
    list_transform([TRY_CAST(string_split(split_part(s, '/', 1), '.') AS BIGINT[])], lambda p:
      CASE WHEN greatest(p[1], p[2], p[3], p[4]) <= 255 THEN p[1] * 16777216 + p[2] * 65536 + p[3] * 256 + p[4] END)[1] END;
CREATE MACRO kql_ip_cut(n, bits) AS n - n % (1::BIGINT << CAST(32 - bits AS BIGINT));
CREATE MACRO kql_ip(s) AS kql_ip_cut(kql_ip_whole(s), kql_ip_bits(s));
CREATE MACRO kql_ip_masked(s, bits) AS kql_ip_cut(kql_ip_whole(s), least(kql_ip_bits(s), bits));
CREATE MACRO kql_ip_in(s, r) AS kql_ip_masked(s, kql_ip_bits(r)) = kql_ip(r);
CREATE MACRO kql_ip_compared(a, b, bits) AS
  CAST(sign(kql_ip_masked(a, least(kql_ip_bits(b), bits)) - kql_ip_masked(b, least(kql_ip_bits(a), bits))) AS BIGINT);
CREATE MACRO kql_ip_private(s) AS
  list_transform([kql_ip_whole(s)], lambda n:
    n // 16777216 = 10 OR n // 1048576 = 2753 OR n // 65536 = 49320)[1];
CREATE MACRO kql_ip_text(n) AS
  coalesce(CAST(n // 16777216 % 256 AS VARCHAR) || '.' || (n // 65536 % 256) || '.' || (n // 256 % 256) || '.' || (n % 256), '');

-- What is made up about a file, from its hash: most files are rare, some are everywhere.
CREATE MACRO kql_dice(s) AS CAST(('0x' || substring(md5(s), 1, 8)) AS BIGINT);
CREATE MACRO kql_prevalence(d) AS CASE WHEN d % 10 < 4 THEN 10000 + d % 990000 ELSE d // 10 % 500 END;
