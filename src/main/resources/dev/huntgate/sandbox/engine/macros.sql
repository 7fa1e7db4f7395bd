-- What KQL does and no single function of SQL does. A timespan is a count of 100-nanosecond ticks.
CREATE MACRO kql_eq(a, b) AS CASE WHEN a IS NULL AND b IS NULL THEN NULL ELSE a IS NOT DISTINCT FROM b END;
CREATE MACRO kql_ne(a, b) AS CASE WHEN a IS NULL AND b IS NULL THEN NULL ELSE a IS DISTINCT FROM b END;

-- A term is a run of letters and digits; an edge of the wanted text that is part of a term must end one.
CREATE MACRO kql_pattern(t, lead, trail) AS
  CASE WHEN lead AND regexp_matches(t, '^[\pL\pN]') THEN '(?:^|[^\pL\pN])' ELSE '' END
  || regexp_escape(t)
  || CASE WHEN trail AND regexp_matches(t, '[\pL\pN]$') THEN '(?:$|[^\pL\pN])' ELSE '' END;
CREATE MACRO kql_has(s, t) AS regexp_matches(s, '(?is)' || kql_pattern(t, true, true));
CREATE MACRO kql_has_cs(s, t) AS regexp_matches(s, '(?s)' || kql_pattern(t, true, true));
CREATE MACRO kql_hasprefix(s, t) AS regexp_matches(s, '(?is)' || kql_pattern(t, true, false));
CREATE MACRO kql_hasprefix_cs(s, t) AS regexp_matches(s, '(?s)' || kql_pattern(t, true, false));
CREATE MACRO kql_hassuffix(s, t) AS regexp_matches(s, '(?is)' || kql_pattern(t, false, true));
CREATE MACRO kql_hassuffix_cs(s, t) AS regexp_matches(s, '(?s)' || kql_pattern(t, false, true));

CREATE MACRO kql_get(j, p) AS CASE WHEN json_type(j, p) = 'NULL' THEN NULL ELSE json_extract(j, p) END;
CREATE MACRO kql_text(j) AS coalesce(j ->> '$', '');
CREATE MACRO kql_texts(j) AS CASE WHEN json_type(j) = 'ARRAY' THEN from_json(j, '["VARCHAR"]') ELSE [] END;
CREATE MACRO kql_number(j) AS TRY_CAST(j ->> '$' AS DOUBLE);
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
