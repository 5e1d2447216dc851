package org.firstfix.demo.life;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.ExamBook;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Drawing;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.query.GradingDesk;
import org.firstfix.exam.query.PaperView;
import org.firstfix.exam.usecase.AnswerQuestion;
import org.firstfix.exam.usecase.AssignExam;
import org.firstfix.exam.usecase.DefineExam;
import org.firstfix.exam.usecase.GradeAnswer;
import org.firstfix.exam.usecase.HandInPaper;
import org.firstfix.exam.usecase.OpenExam;
import org.firstfix.exam.usecase.ReviewQuestion;
import org.firstfix.exam.usecase.StartPaper;
import org.firstfix.exam.usecase.WriteQuestion;
import org.firstfix.platform.paging.PageRequest;
import org.springframework.stereotype.Component;

/** An exam about servers that some have taken and one has still to take. */
@Component
class Examinations {
    private static final String EXAM = "SERVER-FAULTS";
    private static final int TAKERS = 14;

    private final Stage stage;
    private final House house;
    private final Crew crew;
    private final ExamTools tools;

    Examinations(Stage stage, House house, Crew crew, ExamTools tools) {
        this.stage = stage;
        this.house = house;
        this.crew = crew;
        this.tools = tools;
    }

    void plan(Timeline timeline, Dice dice, Instant now) {
        List<String> codes = new ArrayList<>();
        timeline.at(now.minus(Duration.ofDays(40)), () -> ExamBook.questions().forEach(question -> codes.add(write(question))));
        timeline.at(now.minus(Duration.ofDays(39)), () -> {
            codes.forEach(this::accept);
            open(codes);
        });
        List<Person> takers = house.engineers().stream().filter(person -> person.staff().place().equals("hangzhou") && !person.staff().shown())
                .filter(person -> level(person) > 0).limit(TAKERS).toList();
        timeline.at(now.minus(Duration.ofDays(38)), () -> assign(takers, now.minus(Duration.ofDays(20))));
        for (Person taker : takers) {
            Instant at = now.minus(Duration.ofHours(dice.between(21 * 24, 36 * 24)));
            timeline.at(at, () -> take(taker, dice.of(taker.staff().userName())));
            timeline.at(at.plus(Duration.ofHours(20)), () -> grade(dice));
        }
        timeline.at(now.minus(Duration.ofDays(1)), () -> assign(List.of(house.the("engineer")), now.plus(Duration.ofDays(12))));
    }

    private static int level(Person person) {
        return person.staff().skills().stream().filter(skill -> skill.startsWith("SERVER:")).map(skill -> Integer.parseInt(skill.substring(7)))
                .findFirst().orElse(0);
    }

    private String write(QuestionContent question) {
        return stage.by(house.the("support"), tools.write(), () -> tools.write().handle(new WriteQuestion.Command(question, Optional.empty())));
    }

    private void accept(String code) {
        stage.by(house.the("yuan.zhiming"), tools.review(), () -> tools.review().handle(new ReviewQuestion.Command(code, true, "", 0)));
    }

    private void open(List<String> codes) {
        Person support = house.the("support");
        Exam exam = new Exam(EXAM, "服务器故障判断", "Server fault finding", "SERVER", 5, 75, 20, 1, 24, Optional.of(24), 30, new Drawing(codes, 0, 0, 0),
                Exam.Status.DRAFT, 0, support.actor().home().orElseThrow());
        stage.by(support, tools.define(), () -> tools.define().handle(new DefineExam.Command(exam)));
        stage.by(support, tools.open(), () -> tools.open().handle(new OpenExam.Command(EXAM, Optional.empty(), 0)));
    }

    private void assign(List<Person> people, Instant due) {
        stage.by(house.manager(), tools.assign(), () -> tools.assign().handle(new AssignExam.Command(EXAM, people.stream().map(crew::codeOf).toList(), due, "")));
    }

    private void take(Person taker, Dice dice) {
        AssignmentId assignment = stage.by(taker, tools.start(), () -> tools.mine().mine()).items().getFirst().id();
        PaperId paper = stage.by(taker, tools.start(), () -> tools.start().handle(new StartPaper.Command(assignment)));
        double knows = 0.25 + 0.15 * level(taker);
        // The order of a paper follows its id, which is never the same; the same seed has to live the same life.
        List<PaperView.QuestionView> questions = stage.by(taker, tools.start(), () -> tools.paper().show(paper)).questions().stream()
                .sorted(Comparator.comparing(PaperView.QuestionView::report)).toList();
        for (PaperView.QuestionView question : questions) {
            boolean words = question.choices().isEmpty();
            List<String> chosen = words ? List.of() : dice.chance(knows) ? right(question) : List.of(dice.oneOf(question.choices().stream().map(PaperView.Offer::id).sorted().toList()));
            stage.by(taker, tools.answer(), () -> tools.answer().handle(new AnswerQuestion.Command(paper, question.position(), chosen,
                    words ? dice.chance(knows) ? "先查供电和电源日志，夜间电压波动大" : "先重装系统试试" : "", 0)));
        }
        stage.by(taker, tools.handIn(), () -> tools.handIn().handle(new HandInPaper.Command(paper)));
    }

    /** What whoever knows would choose. */
    private static List<String> right(PaperView.QuestionView question) {
        return ExamBook.questions().stream().filter(one -> one.report().equals(question.report())).findFirst().orElseThrow().rightChoices().stream()
                .collect(Collectors.toList());
    }

    private void grade(Dice dice) {
        Person support = house.the("support");
        List<GradingDesk.AnswerRow> waiting = stage.by(support, tools.grade(), () -> tools.desk().answers(support.actor().scope(), PageRequest.first(50)).items());
        waiting.forEach(answer -> stage.by(support, tools.grade(), () -> {
            boolean good = answer.words().contains("供电");
            tools.grade().handle(new GradeAnswer.Command(answer.paperId(), answer.position(), BigDecimal.valueOf(good ? dice.between(3, 4) : 0),
                    good ? "思路正确" : "先排除供电，再动系统"));
        }));
    }
}
