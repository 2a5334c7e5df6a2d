package sourcebook.corpus.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sourcebook.corpus.contract.ocds.Compiling;
import sourcebook.corpus.contract.ocds.OcdsFile;
import sourcebook.corpus.contract.ocds.Piece;
import sourcebook.corpus.contract.ocds.Spool;
import sourcebook.corpus.contract.reading.Faults;
import sourcebook.corpus.contract.reading.PartyKeys;
import sourcebook.model.Fact;
import sourcebook.model.Problem;
import sourcebook.model.contract.Contract;
import sourcebook.text.Names;

/**
 * Reads the contract data of a corpus: OCDS in {@code .json} and {@code .jsonl}, each also gzipped, and in {@code .csv}
 * tables of Contracts Finder and fact sheets. What several files state of one contract is brought together. For one
 * thread, once.
 */
public final class ContractFiles {
    private final PartyKeys parties;
    private final Articles articles;
    private final ContractIntake intake;
    private final Map<String, Gathered> sheets = new LinkedHashMap<>();
    private final List<Fact> ofParties = new ArrayList<>();
    private final Set<String> notices = new HashSet<>();

    /** What sheets and sentences state of one contract. */
    private static final class Gathered {
        private String title = "";
        private final List<Fact> facts = new ArrayList<>();
    }

    /**
     * A file to read.
     *
     * @param name its path below the corpus folder, with forward slashes, for problems
     */
    public record Entry(Path path, String name) {}

    public ContractFiles(Names names, Articles articles, ContractIntake intake) {
        this.parties = new PartyKeys(names);
        this.articles = articles;
        this.intake = intake;
    }

    /** Adds a fact that was read elsewhere, such as from a sentence; to be called before {@link #read}. */
    public void fact(Fact fact) {
        if (fact.subject().contract() == null) {
            ofParties.add(fact);
        } else {
            Gathered gathered = gathered(fact.subject().contract());
            gathered.facts.add(fact);
            gathered.title = gathered.title.isEmpty() ? fact.subject().label() : gathered.title;
        }
    }

    /**
     * Reads all files into the intake: first tables, then releases, then what is left of the sheets.
     *
     * @param scratch a folder that does not exist, for what does not fit into memory; it is gone afterwards
     */
    public void read(List<Entry> files, Path scratch) throws IOException {
        for (Entry file : files) {
            if (is(file, ".csv")) {
                told(file, faults -> CsvFile.read(file.path(), faults, columns -> sheet(columns, faults)));
            }
        }
        link();
        for (Entry file : files) {
            if (is(file, ".csv")) {
                told(file, faults -> CsvFile.read(file.path(), faults, columns -> notices(columns, faults)));
            }
        }
        try (Spool spool = new Spool(scratch)) {
            for (Entry file : files) {
                if (is(file, ".json", ".jsonl", ".json.gz", ".jsonl.gz")) {
                    told(file, faults -> new OcdsFile(file.path(), faults, spool::add).read());
                } else if (!is(file, ".csv")) {
                    intake.problem(Problem.warning(
                            file.name(),
                            0,
                            "this kind of file is not read; use .json, .jsonl, either with .gz, or .csv"));
                }
            }
            spool.each(this::process);
        }
        for (Map.Entry<String, Gathered> left : Map.copyOf(sheets).entrySet()) {
            contract(new Contract(left.getKey(), left.getKey(), null, List.of()));
        }
        for (Fact fact : ofParties) {
            intake.party(fact);
        }
    }

    /** What sentences state goes to the contract of a sheet that they are about, where there is one. */
    private void link() {
        Linking linking = new Linking();
        Map<String, Gathered> read = new LinkedHashMap<>();
        sheets.forEach((id, gathered) -> {
            if (Linking.read(gathered.facts)) {
                read.put(id, gathered);
            } else {
                linking.sheet(id, gathered.facts);
            }
        });
        read.forEach((id, gathered) -> linking.contract(gathered.facts).ifPresent(contract -> {
            List<Fact> facts = gathered(contract).facts;
            facts.addAll(Linking.beside(facts, gathered.facts));
            sheets.remove(id);
        }));
    }

    private interface Reading {
        void read(Faults faults) throws IOException;
    }

    private void told(Entry file, Reading reading) throws IOException {
        Faults faults = new Faults(file.name());
        reading.read(faults);
        faults.tell(intake::problem);
    }

    private static boolean is(Entry file, String... endings) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return java.util.Arrays.stream(endings).anyMatch(name::endsWith);
    }

    private CsvFile.Rows sheet(List<String> columns, Faults faults) {
        if (columns.containsAll(FactSheet.COLUMNS)) {
            FactSheet sheet = new FactSheet(parties, articles, faults, new Sheets());
            return sheet::row;
        }
        return row -> {};
    }

    private CsvFile.Rows notices(List<String> columns, Faults faults) {
        if (columns.containsAll(FactSheet.COLUMNS)) {
            return row -> {};
        }
        if (!columns.containsAll(ContractsFinderCsv.COLUMNS)) {
            faults.atLine(1);
            faults.refused(
                    "",
                    "neither a fact sheet, with the columns " + String.join(", ", FactSheet.COLUMNS)
                            + ", nor a table of Contracts Finder, with "
                            + String.join(", ", ContractsFinderCsv.COLUMNS));
            return row -> {};
        }
        return row -> notice(row, faults);
    }

    private void notice(Map<String, String> row, Faults faults) throws IOException {
        Optional<Contract> contract = ContractsFinderCsv.contract(row, parties, faults);
        if (contract.isEmpty()) {
            return;
        }
        if (!notices.add(contract.get().id())) {
            faults.refused("", "the notice " + contract.get().id() + " stands here a second time; the row is left out");
        } else {
            contract(contract.get());
        }
    }

    private void process(String ocid, List<Piece> pieces) throws IOException {
        for (Contract contract : Compiling.contracts(ocid, pieces, parties, intake::problem)) {
            if (notices.contains(contract.id())) {
                intake.problem(Problem.error(
                        pieces.getFirst().file(),
                        0,
                        pieces.getFirst().path() + ": the id " + contract.id() + " is taken already, by a notice in a"
                                + " table; the process is left out"));
            } else if (contract.facts().isEmpty() && !sheets.containsKey(contract.id())) {
                intake.problem(Problem.warning(
                        pieces.getFirst().file(),
                        0,
                        pieces.getFirst().path() + ": the process " + ocid
                                + " states nothing of a contract; it is left out"));
            } else {
                contract(contract);
            }
        }
    }

    private void contract(Contract contract) throws IOException {
        Gathered more = sheets.remove(contract.id());
        Contract whole = more == null ? contract : joined(contract, more);
        intake.contract(Doubts.marked(whole));
    }

    private static Contract joined(Contract contract, Gathered more) {
        boolean named = !more.title.isBlank() && contract.title().equals(contract.id());
        String title = named ? more.title : contract.title();
        List<Fact> facts = new ArrayList<>(contract.facts());
        more.facts.forEach(fact -> facts.add(
                fact.about(new Fact.Subject(contract.id(), fact.subject().party(), title))));
        return new Contract(contract.id(), title, contract.description(), Replacing.marked(facts));
    }

    private Gathered gathered(String contract) {
        return sheets.computeIfAbsent(contract, id -> new Gathered());
    }

    private final class Sheets implements FactSheet.Taker {
        @Override
        public void title(String contract, String title) {
            gathered(contract).title = title;
        }

        @Override
        public void fact(Fact fact) {
            ContractFiles.this.fact(fact);
        }
    }
}
