package sourcebook.render.contract;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.render.FactWording;
import sourcebook.render.Links;

/** Contracts in rows. */
final class ContractTable {
    private ContractTable() {}

    /**
     * The table, which scrolls sideways where the page is narrow.
     *
     * @param parties who is named beside each contract: buyers, suppliers or both
     */
    static DomContent of(String name, List<Contract> contracts, List<Predicate> parties) {
        return div(table(
                        caption(name),
                        thead(tr(
                                head("Contract"),
                                each(parties, party -> head(FactFigure.capital(party.label()))),
                                head("Value"),
                                head("Start"),
                                head("End"),
                                head("Option to extend"))),
                        tbody(each(contracts, contract -> row(contract, parties)))))
                .withClass("wide")
                .withTabindex(0)
                .attr("role", "region")
                .attr("aria-label", name);
    }

    private static DomContent row(Contract contract, List<Predicate> parties) {
        return tr(
                th(a(contract.title()).withHref(Links.contractPath(contract.id())))
                        .attr("scope", "row"),
                each(parties, party -> named(contract, party)),
                cell(contract, Predicate.VALUE, "not stated"),
                cell(contract, Predicate.START, "not stated"),
                cell(contract, Predicate.END, "not stated"),
                cell(contract, Predicate.EXTENSION, ""));
    }

    private static DomContent head(String name) {
        return th(name).attr("scope", "col");
    }

    private static DomContent named(Contract contract, Predicate predicate) {
        return td(each(
                contract.standing(predicate).stream()
                        .map(Fact::value)
                        .distinct()
                        .toList(),
                value -> div(FactFigure.value(value))));
    }

    /** The value to show; a mark where something speaks against it or another source differs. */
    private static DomContent cell(Contract contract, Predicate predicate, String without) {
        return td(contract.shown(predicate)
                .map(fact -> FactWording.value(fact.value()) + (fact.doubts().isEmpty() ? "" : " (doubtful)"))
                .orElse(without));
    }
}
