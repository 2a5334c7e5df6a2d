package sourcebook.app;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.teams.TeamsSettings;
import sourcebook.teams.WebhookSettings;
import sourcebook.teams.trust.OwnToken.Credentials;
import sourcebook.teams.trust.ServiceHosts;

/** Reads the settings of Teams, and adds what is wrong with them to the other faults. */
final class TeamsReader {
    static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Our token and secret may travel without https only on this machine, where tests are. */
    private static final Pattern ADDRESS =
            Pattern.compile("https://[a-z0-9.-]+(:\\d{1,5})?(/[\\w./-]*)?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?(/[\\w./-]*)?");

    private final Function<Setting, @Nullable String> values;
    private final List<String> faults;

    /**
     * A reader.
     *
     * @param values the value of a setting, null where it has none
     * @param faults gets what is wrong
     */
    TeamsReader(Function<Setting, @Nullable String> values, List<String> faults) {
        this.values = values;
        this.faults = faults;
    }

    /** The bot's settings, null where there is none. */
    @Nullable
    TeamsSettings bot(Set<String> admins) {
        String openId = address(Setting.TEAMS_OPENID_URL);
        String login = address(Setting.TEAMS_LOGIN_URL);
        Set<String> hosts = list(Setting.TEAMS_SERVICE_HOSTS);
        if (together(Setting.TEAMS_APP_ID, Setting.TEAMS_APP_PASSWORD, Setting.TEAMS_TENANT_ID)) {
            String tenant = id(Setting.TEAMS_TENANT_ID);
            return new TeamsSettings(
                    new Credentials(id(Setting.TEAMS_APP_ID), text(Setting.TEAMS_APP_PASSWORD)),
                    tenant,
                    tenants(tenant),
                    URI.create(openId),
                    URI.create(login.endsWith("/") ? login : login + "/"),
                    new ServiceHosts(hosts),
                    admins);
        }
        return null;
    }

    /** The outgoing webhook's settings, null where there is none. */
    @Nullable
    WebhookSettings webhook() {
        String secret = values.apply(Setting.TEAMS_WEBHOOK_SECRET);
        try {
            return secret == null ? null : new WebhookSettings(secret);
        } catch (IllegalArgumentException e) {
            faults.add(Setting.TEAMS_WEBHOOK_SECRET + " must be the security token as Teams shows it, in base 64");
            return null;
        }
    }

    /** Whether all are set; some of them without the others is a fault. */
    private boolean together(Setting... settings) {
        List<Setting> missing = Arrays.stream(settings)
                .filter(setting -> values.apply(setting) == null)
                .toList();
        if (!missing.isEmpty() && missing.size() < settings.length) {
            faults.add("for Teams all of "
                    + Arrays.stream(settings).map(Setting::name).collect(Collectors.joining(", "))
                    + " are needed, and missing are "
                    + missing.stream().map(Setting::name).collect(Collectors.joining(", ")));
        }
        return missing.isEmpty();
    }

    private Set<String> tenants(String own) {
        Set<String> tenants = list(Setting.TEAMS_TENANTS);
        tenants.stream()
                .filter(tenant -> !ID.matcher(tenant).matches())
                .forEach(tenant -> faults.add(Setting.TEAMS_TENANTS + " must name ids of tenants, got " + tenant));
        return tenants.isEmpty() ? Set.of(own) : tenants;
    }

    private String id(Setting setting) {
        String id = text(setting);
        if (!ID.matcher(id).matches()) {
            faults.add(setting + " must be an id such as 11111111-2222-3333-4444-555555555555, in lower case, got " + id);
        }
        return id;
    }

    private String address(Setting setting) {
        String address = text(setting);
        if (ADDRESS.matcher(address).matches()) {
            return address;
        }
        faults.add(setting + " must be an https address, got " + address);
        return "https://localhost/";
    }

    private Set<String> list(Setting setting) {
        return Stream.of(text(setting).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
    }

    private String text(Setting setting) {
        String value = values.apply(setting);
        return value == null ? "" : value;
    }
}
