/*
 * The tokens of KQL.
 *
 * Two promises are kept here, on which the canonical form rests. Every input can be cut into tokens,
 * however broken, and only white space and comments between tokens are dropped. And no token can
 * grow when it is followed by a space: what starts a literal that is never closed therefore takes
 * its line break, or all that is left, into the token itself.
 */
lexer grammar KqlLexer;

/* A comma of a list that an operator works on; told from that of an argument before parsing. */
tokens { LIST_COMMA }

WHITE_SPACE : [ \t\r\n]+ -> skip;
COMMENT : '//' ~[\r\n]* -> skip;
ODD_SPACE
    : [\u000B\u000C\u0085\u00A0\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF]+ -> channel(HIDDEN)
    ;

STRING
    : [hH]? '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* ( '"' | '\\'? LINE_END? )
    | [hH]? '\'' ( ~['\\\r\n] | '\\' ~[\r\n] )* ( '\'' | '\\'? LINE_END? )
    | [hH]? '@"' ( ~["] | '""' )* '"'?
    | [hH]? '@\'' ( ~['] | '\'\'' )* '\''?
    | [hH]? '```' ( ~[`] | '`' ~[`] | '``' ~[`] )* ( '`' ( '`' '`'? )? )?
    | [hH]? '~~~' ( ~[~] | '~' ~[~] | '~~' ~[~] )* ( '~' ( '~' '~'? )? )?
    ;

DATETIME_LITERAL : ( 'datetime' | 'date' ) ENCLOSED;
TIMESPAN_LITERAL
    : ( 'timespan' | 'time' ) ENCLOSED
    | [0-9]+ ( '.' [0-9]+ )? TIME_UNIT
    ;
GUID_LITERAL : 'guid' ENCLOSED;
INTEGER : [0-9]+ | '0' [xX] [0-9a-fA-F]+;
REAL : [0-9]+ '.' [0-9]+ ( [eE] [+-]? [0-9]+ )? | [0-9]+ [eE] [+-]? [0-9]+;
/* A name may start with digits, as long as that makes it no number. */
DIGIT_NAME : [0-9]+ NAME_START NAME_CHAR*;
ODD_NUMBER : [0-9] NAME_CHAR* ( '.' [0-9] NAME_CHAR* )*;

LET : 'let';
SET : 'set';
DECLARE : 'declare';
QUERY_PARAMETERS : 'query_parameters';
ALIAS : 'alias';
DATABASE : 'database';
RESTRICT : 'restrict';
ACCESS : 'access';
VIEW : 'view';

WHERE : 'where';
FILTER : 'filter';
EXTEND : 'extend';
PROJECT : 'project';
PROJECT_AWAY : 'project-away';
PROJECT_KEEP : 'project-keep';
PROJECT_RENAME : 'project-rename';
PROJECT_REORDER : 'project-reorder';
PROJECT_SMART : 'project-smart';
SUMMARIZE : 'summarize';
JOIN : 'join';
LOOKUP : 'lookup';
UNION : 'union';
MV_EXPAND : 'mv-expand' | 'mvexpand';
MV_APPLY : 'mv-apply' | 'mvapply';
PARSE : 'parse';
PARSE_WHERE : 'parse-where';
PARSE_KV : 'parse-kv';
SORT : 'sort';
ORDER : 'order';
TOP : 'top';
TOP_NESTED : 'top-nested';
TOP_HITTERS : 'top-hitters';
TAKE : 'take';
LIMIT : 'limit';
COUNT : 'count';
DISTINCT : 'distinct';
SAMPLE : 'sample';
SAMPLE_DISTINCT : 'sample-distinct';
MAKE_SERIES : 'make-series';
RENDER : 'render';
EVALUATE : 'evaluate';
INVOKE : 'invoke';
PARTITION : 'partition';
SERIALIZE : 'serialize';
FORK : 'fork';
FACET : 'facet';
CONSUME : 'consume';
SCAN : 'scan';
REDUCE : 'reduce';
GETSCHEMA : 'getschema';
AS : 'as';
MAKE_GRAPH : 'make-graph';
GRAPH_OPERATOR
    : 'graph-match' | 'graph-shortest-paths' | 'graph-to-table' | 'graph-mark-components'
    | 'graph-where-nodes' | 'graph-where-edges'
    ;
SEARCH : 'search';
FIND : 'find';
PRINT : 'print';
RANGE : 'range';
DATATABLE : 'datatable';
EXTERNALDATA : 'externaldata' | 'external_data';

BY : 'by';
ON : 'on';
OF : 'of';
TO : 'to';
FROM : 'from';
STEP : 'step';
WITH : 'with';
OTHERS : 'others';
DEFAULT : 'default';
NONEMPTY : 'nonempty';
KIND : 'kind';
HINT : 'hint';
BAGEXPANSION : 'bagexpansion';
WITH_ITEMINDEX : 'with_itemindex';
WITH_NODE_ID : 'with_node_id';
OPTIONAL : 'optional';
TYPEOF : 'typeof';
ASC : 'asc';
DESC : 'desc';
GRANNY_ORDER : 'granny-asc' | 'granny-desc';
NULLS : 'nulls';
FIRST : 'first';
LAST : 'last';
TRUE : 'true' | 'True' | 'TRUE';
FALSE : 'false' | 'False' | 'FALSE';
NULL : 'null';
DYNAMIC : 'dynamic';
AND : 'and';
OR : 'or';

IN : 'in' | 'in~' | '!in' | '!in~';
BETWEEN : 'between' | '!between';
HAS_LIST : 'has_any' | 'has_all';
STRING_OPERATOR
    : '!'? ( 'has' | 'hasprefix' | 'hassuffix' | 'contains' | 'startswith' | 'endswith' ) '_cs'?
    | 'like' | 'notlike' | 'likecs' | 'notlikecs' | 'notcontains'
    ;
MATCHES : 'matches';
REGEX : 'regex';

EQUALS : '==';
NOT_EQUALS : '!=' | '<>';
EQUALS_TILDE : '=~';
NOT_EQUALS_TILDE : '!~';
LESS_EQUAL : '<=';
GREATER_EQUAL : '>=';
LESS : '<';
GREATER : '>';
ASSIGN : '=';
ARROW : '=>';
PLUS : '+';
MINUS : '-';
STAR : '*';
SLASH : '/';
PERCENT : '%';
PIPE : '|';
DOTS : '..';
DOT : '.';
COMMA : ',';
COLON : ':';
SEMICOLON : ';';
OPEN : '(';
CLOSE : ')';
OPEN_BRACKET : '[';
CLOSE_BRACKET : ']';
OPEN_BRACE : '{';
CLOSE_BRACE : '}';

LEFT_SIDE : '$left';
RIGHT_SIDE : '$right';

NAME : NAME_START NAME_CHAR*;
ODD_NAME : '$' NAME_START NAME_CHAR*;
HYPHENATED : NAME_START NAME_CHAR* ( '-' NAME_START NAME_CHAR* )+;

/* What KQL does not know; glued to its neighbours, because nobody can say that they part. */
UNKNOWN
    : '!' NAME_CHAR* '~'?
    | '@' NAME_CHAR*
    | NAME_CHAR* ODD_CHAR ( NAME_CHAR | ODD_CHAR )*
    | [`~]
    | .
    ;

fragment NAME_START : [\p{L}_];
fragment NAME_CHAR : [\p{L}\p{M}\p{Nd}_];
fragment ODD_CHAR : ~[\p{White_Space}\p{L}\p{M}\p{Nd}_\uFEFF\u200B"'`~!@=<>+\-*/%|.,:;()[\]{}];
fragment LINE_END : '\r' '\n'? | '\n';
fragment ENCLOSED : ( [ \t\r\n] | '//' ~[\r\n]* [\r\n] )* '(' ~[)]* ')'?;
fragment TIME_UNIT
    : 'd' | 'day' | 'days'
    | 'h' | 'hr' | 'hrs' | 'hour' | 'hours'
    | 'm' | 'min' | 'minute' | 'minutes'
    | 's' | 'sec' | 'second' | 'seconds'
    | 'ms' | 'milli' | 'millis' | 'millisecond' | 'milliseconds'
    | 'micro' | 'micros' | 'microsecond' | 'microseconds'
    | 'nano' | 'nanos' | 'nanosecond' | 'nanoseconds'
    | 'tick' | 'ticks'
    ;
