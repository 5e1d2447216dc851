package org.firstfix.demo.life;

import org.firstfix.exam.query.GradingDesk;
import org.firstfix.exam.query.MyExams;
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
import org.springframework.stereotype.Component;

/** What exams are set, taken and graded with. */
@Component
record ExamTools(WriteQuestion write, ReviewQuestion review, DefineExam define, OpenExam open, AssignExam assign, MyExams mine, StartPaper start,
        PaperView paper, AnswerQuestion answer, HandInPaper handIn, GradingDesk desk, GradeAnswer grade) {}
