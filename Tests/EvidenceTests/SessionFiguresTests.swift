import Evidence
import Testing

@Suite struct SessionFiguresTests {
    @Test("person-time is the sum of minutes times people, not a product of averages")
    func personTime() {
        // 90 × 10 + 30 × 2 = 960, while the averages would say 2 × 60 × 6 = 720.
        let figures = SessionFigures([
            SessionCount(participants: 10, minutes: 90), SessionCount(participants: 2, minutes: 30),
        ])
        #expect(figures.sessions == 2)
        #expect(figures.participations == 12)
        #expect(figures.minutes == 120)
        #expect(figures.personMinutes == 960)
        #expect(figures.attendance?.mean == 6)
    }

    @Test("a session without a time counts its people, is left out of the hours, and is counted")
    func untimed() {
        let figures = SessionFigures([
            SessionCount(participants: 10, minutes: nil), SessionCount(participants: 2, minutes: 30),
        ])
        #expect(figures.participations == 12)
        #expect(figures.minutes == 30)
        #expect(figures.personMinutes == 60)
        #expect(figures.untimed == 1)
    }

    @Test("no sessions come to nothing, without a mean")
    func none() {
        let figures = SessionFigures([])
        #expect(figures.sessions == 0 && figures.participations == 0 && figures.personMinutes == 0)
        #expect(figures.attendance == nil)
    }
}
