package sourcebook.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.LinkSharedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.install.Departures;
import sourcebook.slack.talk.Conversation;
import sourcebook.slack.talk.Incoming;
import sourcebook.slack.talk.Unfurls;

/** Bolt's routes for events: mentions, messages, the Home tab, the assistant pane, links, and the app being removed. */
final class Events {
    private final Conversation conversation;
    private final Unfurls unfurls;
    private final Departures departures;
    private final Once once;

    Events(Conversation conversation, Unfurls unfurls, Departures departures, Once once) {
        this.conversation = conversation;
        this.unfurls = unfurls;
        this.departures = departures;
        this.once = once;
    }

    private interface Handler<E extends Event> {
        void handle(EventsApiPayload<E> payload) throws IOException;
    }

    void register(App app) {
        on(app, AppMentionEvent.class, this::mentioned);
        on(app, MessageEvent.class, this::message);
        on(app, AppHomeOpenedEvent.class, payload -> {
            if ("home".equals(payload.getEvent().getTab())) {
                conversation.homeOpened(origin(payload, payload.getEvent().getUser(), "", null));
            }
        });
        on(app, AssistantThreadStartedEvent.class, payload -> {
            var thread = payload.getEvent().getAssistantThread();
            conversation.assistantOpened(
                    origin(payload, thread.getUserId(), thread.getChannelId(), thread.getThreadTs()));
        });
        on(app, LinkSharedEvent.class, payload -> {
            LinkSharedEvent shared = payload.getEvent();
            unfurls.unfurl(
                    origin(payload, shared.getUser(), shared.getChannel(), shared.getThreadTs()),
                    shared.getMessageTs(),
                    shared.getLinks().stream().map(LinkSharedEvent.Link::getUrl).toList());
        });
        on(app, AppUninstalledEvent.class, payload -> departures.left(payload.getTeamId(), payload.getEventTime()));
        on(app, TokensRevokedEvent.class, payload -> {
            List<String> bots = payload.getEvent().getTokens().getBot();
            if (bots != null && !bots.isEmpty()) {
                departures.left(payload.getTeamId(), payload.getEventTime());
            }
        });
    }

    private <E extends Event> void on(App app, Class<E> kind, Handler<E> handler) {
        app.event(kind, (payload, context) -> {
            if (once.first("event", payload.getEventId())) {
                handler.handle(payload);
            }
            return context.ack();
        });
    }

    private void mentioned(EventsApiPayload<AppMentionEvent> payload) {
        AppMentionEvent said = payload.getEvent();
        if (said.getBotId() != null || said.getUser() == null) {
            return;
        }
        String thread = said.getThreadTs() == null ? said.getTs() : said.getThreadTs();
        if (once.first("message", payload.getTeamId() + ":" + said.getChannel() + ":" + said.getTs())) {
            conversation.mentioned(
                    origin(payload, said.getUser(), said.getChannel(), thread).of(said.getUserTeam()),
                    Incoming.plain(said.getText()));
        }
    }

    /** A message that mentions us in a channel comes as a mention as well, and is answered as that. */
    private void message(EventsApiPayload<MessageEvent> payload) {
        MessageEvent said = payload.getEvent();
        if (said.getBotId() != null || said.getUser() == null || said.getText() == null) {
            return;
        }
        Origin origin = origin(payload, said.getUser(), said.getChannel(), said.getThreadTs())
                .of(said.getTeam());
        String id = payload.getTeamId() + ":" + said.getChannel() + ":" + said.getTs();
        if (origin.direct()) {
            if (once.first("message", id)) {
                conversation.direct(origin, Incoming.plain(said.getText()));
            }
        } else if (said.getThreadTs() != null && !mentionsUs(payload, said.getText()) && once.first("message", id)) {
            conversation.overheard(origin, Incoming.plain(said.getText()));
        }
    }

    private static boolean mentionsUs(EventsApiPayload<?> payload, String text) {
        return payload.getAuthorizations() != null
                && payload.getAuthorizations().stream()
                        .anyMatch(ours -> ours.getUserId() != null && Incoming.mentions(text, ours.getUserId()));
    }

    private static Origin origin(EventsApiPayload<?> payload, String user, String channel, @Nullable String thread) {
        return new Origin(payload.getTeamId(), user, channel, thread, Routes.isDirect(channel), null, null);
    }
}
