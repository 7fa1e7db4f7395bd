package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Functions that give tables, and those that are invoked on one. */
final class TableFunctions {

  private static final List<String> REFUSED =
      List.of("AssignedIPAddresses", "DeviceFromIP", "SeenBy", "cluster", "database", "workspace");

  private TableFunctions() {}

  static Collection<Support> all() {
    List<Support> all = new ArrayList<>();
    all.add(Support.of("materialize"));
    all.add(Support.of("table"));
    all.add(Support.of("toscalar"));
    all.add(Support.of("FileProfile", "made up from the hash, the same each time"));
    REFUSED.forEach(name -> all.add(Support.refused(name, "")));
    return all;
  }

  static boolean isRefused(String name) {
    return REFUSED.contains(name) || name.equals("FileProfile");
  }

  static Relation invoked(
      Translation translation, Relation input, KqlParser.InvokeOperatorContext invoke) {
    if (!(invoke.path().primary() instanceof KqlParser.CallPrimaryContext primary)
        || !invoke.path().step().isEmpty()) {
      throw Rejections.semantic("'invoke' operator: a function call is expected.");
    }
    KqlParser.CallContext call = primary.call();
    String name = KqlNames.text(call.name());
    Optional<UserFunction> function = translation.function(name).filter(UserFunction::takesATable);
    if (function.isPresent()) {
      ExpressionTranslator expressions =
          new ExpressionTranslator(translation, Scope.of("invoke", input));
      return function.get().table(translation, input, call.argument(), expressions::visit);
    }
    if (name.equals("FileProfile")) {
      return profiled(translation, input, call);
    }
    throw isRefused(name)
        ? Rejections.unsupported("function", name)
        : Rejections.unknownFunction(name);
  }

  private static Relation profiled(
      Translation translation, Relation input, KqlParser.CallContext call) {
    String name = "SHA1";
    if (!call.argument().isEmpty()) {
      String given = call.argument(0).getText();
      name = KqlNames.only(call.argument(0)).orElse(given.replaceAll("^['\"]|['\"]$", ""));
    }
    String key = name;
    SqlValue file =
        input
            .find(key)
            .map(Relation.Column::value)
            .orElseThrow(() -> Rejections.unresolved("invoke", key));
    if (file.type() != KqlType.STRING) {
      throw Rejections.types("FileProfile", file);
    }
    SelectList items = SelectList.all(translation, input);
    String dice = "kql_dice(" + file + ")";
    add(items, file, "GlobalPrevalence", KqlType.LONG, "kql_prevalence(" + dice + ")");
    String seen = LiteralTranslator.moment(translation.now()).sql();
    add(
        items,
        file,
        "GlobalFirstSeen",
        KqlType.DATETIME,
        "kql_plus(" + seen + ", -864000000000 * (30 + " + dice + " // 7 % 1500))");
    add(
        items,
        file,
        "GlobalLastSeen",
        KqlType.DATETIME,
        "kql_plus(" + seen + ", -600000000 * (" + dice + " // 11 % 1440))");
    String signed = dice + " % 10 < 7";
    add(
        items,
        file,
        "Signer",
        KqlType.STRING,
        "CASE WHEN "
            + dice
            + " % 10 < 4 THEN 'Microsoft Corporation' WHEN "
            + signed
            + " THEN 'Contoso Software Ltd' ELSE '' END");
    add(
        items,
        file,
        "Issuer",
        KqlType.STRING,
        "CASE WHEN "
            + dice
            + " % 10 < 4 THEN 'Microsoft Code Signing PCA 2011' WHEN "
            + signed
            + " THEN 'DigiCert Trusted G4 Code Signing CA' ELSE '' END");
    add(
        items,
        file,
        "SignerHash",
        KqlType.STRING,
        "CASE WHEN " + signed + " THEN sha1('signer' || (" + dice + " % 10 < 4)) ELSE '' END");
    add(items, file, "IsCertificateValid", KqlType.BOOL, signed);
    add(items, file, "IsRootSignerMicrosoft", KqlType.BOOL, dice + " % 10 < 4");
    add(
        items,
        file,
        "SignatureState",
        KqlType.STRING,
        "CASE WHEN " + signed + " THEN 'SignedValid' ELSE 'Unsigned' END");
    add(items, file, "IsExecutable", KqlType.BOOL, "true");
    add(items, file, "ThreatName", KqlType.STRING, "''");
    add(
        items,
        file,
        "Publisher",
        KqlType.STRING,
        "CASE WHEN " + dice + " % 10 < 4 THEN 'Microsoft' ELSE '' END");
    add(items, file, "SoftwareName", KqlType.STRING, "''");
    add(items, file, "ProfileAvailability", KqlType.STRING, "'Available'");
    return items.over(input);
  }

  /** Adds a column of the profile; there is none for a file without a hash. */
  private static void add(SelectList items, SqlValue file, String name, KqlType type, String sql) {
    if (items.has(name)) {
      return;
    }
    String without =
        name.equals("ProfileAvailability") ? "'Missing'" : SqlValue.nothing(type).sql();
    items.add(
        name, SqlValue.of(type, "(CASE WHEN %s <> '' THEN (%s) ELSE %s END)", file, sql, without));
  }
}
