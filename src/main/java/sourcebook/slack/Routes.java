package sourcebook.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.render.slack.Seals;
import sourcebook.render.slack.SlackHelp;
import sourcebook.render.slack.SlackViews;
import sourcebook.slack.admin.Administration;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.talk.Conversation;
import sourcebook.slack.talk.Incoming;
import sourcebook.slack.talk.Presses;

/** Bolt's routes for what people do by hand: commands, buttons, shortcuts, modals. */
final class Routes {
    static final String COMMAND = "/outsourcing";
    static final String ADMIN_COMMAND = "/outsourcing-admin";
    static final String FIND_SOURCE = "find_source";

    private final Conversation conversation;
    private final Presses presses;
    private final Administration administration;
    private final Once once;

    Routes(Conversation conversation, Presses presses, Administration administration, Once once) {
        this.conversation = conversation;
        this.presses = presses;
        this.administration = administration;
        this.once = once;
    }

    void register(App app) {
        app.command(COMMAND, (request, context) -> {
            SlashCommandPayload said = request.getPayload();
            return once.first("trigger", said.getTriggerId())
                    ? json(conversation.command(origin(said), or(said.getText())))
                    : context.ack();
        });
        app.command(ADMIN_COMMAND, (request, context) -> {
            SlashCommandPayload said = request.getPayload();
            return once.first("trigger", said.getTriggerId())
                    ? json(administration.command(
                            origin(said), or(said.getText()), name(said.getUserName(), said.getUserId())))
                    : context.ack();
        });
        app.command(
                Pattern.compile("(?!(" + COMMAND + "|" + ADMIN_COMMAND + ")$).*"),
                (request, context) -> json(SlackHelp.sentence("I don't know the command "
                                + request.getPayload().getCommand() + ". Type /outsourcing help.")
                        .privately()));
        app.blockAction(Pattern.compile(".*"), (request, context) -> {
            if (once.first("trigger", request.getPayload().getTriggerId())) {
                press(request);
            }
            return context.ack();
        });
        app.messageShortcut(FIND_SOURCE, (request, context) -> {
            MessageShortcutPayload on = request.getPayload();
            if (once.first("trigger", on.getTriggerId())) {
                conversation.findSource(
                        origin(on), Incoming.plain(or(on.getMessage().getText())));
            }
            return context.ack();
        });
        app.viewSubmission(SlackViews.REASON, (request, context) -> {
            ViewSubmissionPayload sent = request.getPayload();
            if (once.first("view", sent.getView().getId())) {
                presses.reasonGiven(origin(sent), or(sent.getView().getPrivateMetadata()), chosen(sent));
            }
            return context.ack();
        });
        app.viewSubmission(SlackViews.FORCED, (request, context) -> {
            ViewSubmissionPayload sent = request.getPayload();
            if (once.first("view", sent.getView().getId())) {
                administration.forced(
                        origin(sent),
                        or(sent.getView().getPrivateMetadata()),
                        typed(sent),
                        name(sent.getUser().getName(), sent.getUser().getId()));
            }
            return context.ack();
        });
    }

    private void press(BlockActionRequest request) {
        BlockActionPayload payload = request.getPayload();
        var action = payload.getActions().getFirst();
        String id = action.getActionId();
        String name = name(payload.getUser().getName(), payload.getUser().getId());
        if (id == null || id.equals(SlackViews.REASON_BLOCK)) {
            return;
        }
        if (id.startsWith(Seals.ADMIN)) {
            administration.press(origin(payload), id, or(action.getValue()), name);
        } else {
            presses.press(origin(payload), id, or(action.getValue()), name);
        }
    }

    private static String name(@Nullable String name, String id) {
        return name == null || name.isBlank() ? id : name;
    }

    private static String typed(ViewSubmissionPayload sent) {
        var block = sent.getView().getState().getValues().get(SlackViews.REASON_BLOCK);
        var input = block == null ? null : block.get(SlackViews.REASON_BLOCK);
        return input == null ? "" : or(input.getValue());
    }

    private static String chosen(ViewSubmissionPayload sent) {
        var block = sent.getView().getState().getValues().get(SlackViews.REASON_BLOCK);
        var choice = block == null ? null : block.get(SlackViews.REASON_BLOCK);
        return choice == null || choice.getSelectedOption() == null
                ? ""
                : or(choice.getSelectedOption().getValue());
    }

    private static Origin origin(SlashCommandPayload said) {
        String channel = or(said.getChannelId());
        return new Origin(
                or(said.getTeamId()),
                said.getUserId(),
                channel,
                null,
                isDirect(channel),
                said.getResponseUrl(),
                said.getTriggerId());
    }

    private static Origin origin(BlockActionPayload payload) {
        String channel =
                payload.getChannel() == null ? "" : or(payload.getChannel().getId());
        String thread =
                payload.getContainer() == null ? null : payload.getContainer().getThreadTs();
        return new Origin(
                        payload.getTeam().getId(),
                        payload.getUser().getId(),
                        channel,
                        thread,
                        isDirect(channel),
                        payload.getResponseUrl(),
                        payload.getTriggerId())
                .of(payload.getUser().getTeamId());
    }

    private static Origin origin(MessageShortcutPayload on) {
        String channel = on.getChannel().getId();
        return new Origin(
                        on.getTeam().getId(),
                        on.getUser().getId(),
                        channel,
                        null,
                        isDirect(channel),
                        on.getResponseUrl(),
                        on.getTriggerId())
                .of(on.getUser().getTeamId());
    }

    private static Origin origin(ViewSubmissionPayload sent) {
        return new Origin(sent.getTeam().getId(), sent.getUser().getId(), "", null, false, null, sent.getTriggerId())
                .of(sent.getUser().getTeamId());
    }

    /** Ids of direct conversations begin with a D; group conversations are channels. */
    static boolean isDirect(String channel) {
        return channel.startsWith("D");
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Response json(String body) {
        return Response.builder()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body(body)
                .build();
    }
}
