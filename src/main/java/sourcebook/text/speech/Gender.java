package sourcebook.text.speech;

import java.util.Set;

/** What a title or a common given name says of the pronoun that can stand for a person. */
enum Gender {
    HE,
    SHE,
    UNKNOWN;

    private static final Set<String> HE_WORDS = Set.of(("Sir Lord Mr Baron Adam Adrian Alan Alastair Albert Alexander "
                    + "Ali Alistair Amit Andrew Andy Anthony Antony Arthur Barry Ben Benjamin Bernard Bill Bob Brian Carl "
                    + "Charles Chris Christopher Clive Colin Craig Damian Dan Daniel Darren Dave David Dean Dennis Derek "
                    + "Dominic Donald Douglas Duncan Ed Eddie Edward Eric Felix Francis Frank Fred Gareth Gary Gavin Geoff "
                    + "Geoffrey George Gerald Gerard Giles Gordon Graham Greg Guy Harold Harry Henry Howard Hugh Hugo Iain "
                    + "Ian Imran Jack Jacob James Jamie Jason Jeff Jeremy Jim Joe John Jon Jonah Jonathan Joseph Julian "
                    + "Justin Karl Keith Ken Kenneth Kevin Laurence Lee Leo Leonard Liam Luke Malcolm Marc Marcus Mark "
                    + "Martin Martyn Matt Matthew Max Michael Mike Mohammed Muhammad Neil Nicholas Nick Nigel Noel Norman "
                    + "Oliver Omar Oscar Owen Patrick Paul Pete Peter Phil Philip Phillip Rahul Raj Ralph Ray Raymond "
                    + "Richard Rob Robert Robin Rodney Roger Ronald Rory Roy Rupert Russell Ryan Sajid Sanjay Sean Shaun "
                    + "Simon Stanley Stephen Steve Steven Stewart Stuart Sunil Ted Terence Terry Tim Timothy Toby Tom Tomas "
                    + "Tony Trevor Vernon Victor Vikram Vincent Walter Will Willem William Yusuf")
            .split(" "));
    private static final Set<String> SHE_WORDS = Set.of(("Dame Lady Baroness Mrs Ms Miss Abigail Aisha Alexandra Alice "
                    + "Alison Amanda Amy Andrea Angela Anita Ann Anna Anne Annie Anneliese Barbara Beatrice Becky Bernadette "
                    + "Beth Bridget Camilla Carol Carole Caroline Catherine Cathy Charlotte Cheryl Chloe Christina Christine "
                    + "Claire Clare Cressida Dawn Deborah Debbie Denise Diana Diane Donna Dorothy Edith Eileen Elaine Elena "
                    + "Elif Elizabeth Ella Ellen Emily Emma Esther Eve Fatima Fiona Fiza Frances Gemma Gillian Gina Grace "
                    + "Hannah Harriet Heather Heidi Helen Hilary Ingrid Irene Isabel Ivy Jackie Jacqueline Jacqui Jane Janet "
                    + "Janice Jean Jennifer Jenny Jess Jessica Jill Jo Joan Joanna Joanne Josephine Joyce Judith Julia Julie "
                    + "Karen Kate Katherine Kathryn Kathleen Katie Kelly Kerry Kirsty Laura Lena Lesley Linda Lisa Liz Lorraine "
                    + "Louise Lucy Lynn Lynne Maggie Margaret Maria Marie Marilyn Marion Martha Mary Maureen Meera Meg Melanie "
                    + "Michelle Miriam Moira Monica Nadia Nancy Naomi Natalie Nicola Nicole Nina Nora Olivia Pamela Patricia "
                    + "Paula Pauline Penny Philippa Priti Priya Rachel Rebecca Rhona Rosa Rose Rosemary Ruth Sally Samantha "
                    + "Sandra Sara Sarah Sharon Sheila Shirley Sian Sonia Sophie Stella Stephanie Sue Susan Suzanne Sylvia "
                    + "Tamsin Tanya Teresa Theresa Tina Tracey Tracy Ursula Valerie Vanessa Vera Veronica Victoria Wendy "
                    + "Yasmin Yvette Yvonne Zoe")
            .split(" "));

    static Gender of(String name) {
        for (String word : name.split("[\\s.]+")) {
            if (HE_WORDS.contains(word) || SHE_WORDS.contains(word)) {
                return HE_WORDS.contains(word) ? HE : SHE;
            }
            if (word.length() > 1 && !word.matches("Dr|Professor|Prof|Cllr|Councillor|Judge")) {
                return UNKNOWN;
            }
        }
        return UNKNOWN;
    }

    static Gender ofPronoun(String pronoun) {
        return pronoun.equalsIgnoreCase("he") ? HE : SHE;
    }

    boolean fits(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }
}
