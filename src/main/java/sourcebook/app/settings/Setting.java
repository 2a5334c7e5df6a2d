package sourcebook.app.settings;

import org.jspecify.annotations.Nullable;

/** Every setting: an environment variable, what it is when it is not set, and what it does. */
public enum Setting {
    PORT("3000", "port to serve on"),
    SOURCEBOOK_BIND("127.0.0.1", "address to listen on; 0.0.0.0 for all"),
    SOURCEBOOK_CORPUS("index-data", "folder of the corpus"),
    SOURCEBOOK_STATE("state", "folder for built indexes"),
    SOURCEBOOK_URL(null, "public address for links; http://localhost:PORT if not set"),
    SOURCEBOOK_ADMINS(
            "",
            "who may administer: team and user ids such as T01:U02, for Teams tenant and AAD object ids, divided by commas"),
    SOURCEBOOK_ADMIN_TOKEN(null, "turns the page /admin on, for whoever knows it; 16 characters or more"),
    SOURCEBOOK_REINDEX(null, "when a server reindexes by itself: daily at 02:00 (UTC), or every 15 minutes"),
    SLACK_SIGNING_SECRET(null, "turns the Slack endpoint on; from the app's Basic Information page"),
    SLACK_BOT_TOKEN(null, "xoxb-… token of the app; checked at the start"),
    SLACK_APP_TOKEN(null, "xapp-… token: Slack is reached by a socket, and no public address is needed"),
    SLACK_CLIENT_ID(
            null,
            "lets many workspaces install the app at /slack/install; from Basic Information, instead of a bot token"),
    SLACK_CLIENT_SECRET(null, "goes with it; SOURCEBOOK_SECRET and an https SOURCEBOOK_URL are needed as well"),
    SLACK_TEAMS("", "ids of the workspaces that may install the app, divided by commas; any if not set"),
    SLACK_REPORT_CHANNEL(null, "team and channel id such as T01:C02 that reindexes started elsewhere are reported to"),
    SOURCEBOOK_SECRET(null, "seals buttons and encrypts tokens; at least 32 characters, kept the same"),
    SOURCEBOOK_KEEP_QUESTIONS("30", "days for which people see their own recent questions; 0 keeps none"),
    SLACK_API_URL("https://slack.com/api/", "Slack's Web API"),
    SLACK_RESPONSE_HOSTS("hooks.slack.com", "exact hosts that late answers may be posted to, divided by commas"),
    TEAMS_APP_ID(null, "turns Microsoft Teams on; the app registration's Application (client) ID"),
    TEAMS_APP_PASSWORD(null, "the app registration's client secret"),
    TEAMS_TENANT_ID(null, "the app registration's Directory (tenant) ID"),
    TEAMS_TENANTS(null, "tenants whose people may ask, divided by commas; TEAMS_TENANT_ID if not set"),
    TEAMS_OPENID_URL(
            "https://login.botframework.com/v1/.well-known/openidconfiguration",
            "where the Bot Connector's keys are told; sovereign clouds have their own"),
    TEAMS_LOGIN_URL("https://login.microsoftonline.com/", "login service; sovereign clouds have their own"),
    TEAMS_SERVICE_HOSTS("smba.trafficmanager.net", "exact hosts that get our token, divided by commas"),
    TEAMS_WEBHOOK_SECRET(null, "turns the outgoing webhook on; the security token that Teams shows once");

    private final @Nullable String otherwise;
    private final String meaning;

    Setting(@Nullable String otherwise, String meaning) {
        this.otherwise = otherwise;
        this.meaning = meaning;
    }

    /** The value where the environment has none; null where that means "off". */
    public @Nullable String otherwise() {
        return otherwise;
    }

    public String meaning() {
        return meaning;
    }
}
