select row_to_json(answer$)
from (
  select coalesce((
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$15)
        from (
          select values$2."v$0" as "__typename", values$2."v$1" as "id", values$2."v$2" as "kind", values$2."v$3" as "name", values$2."v$4" as "idNumber") object$15) when subject$1."kind" in ('ENTERPRISE') then (
        select row_to_json(object$16)
        from (
          select values$2."v$0" as "__typename", values$2."v$1" as "id", values$2."v$2" as "kind", values$2."v$3" as "name", values$2."v$5" as "creditCode") object$16) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$17)
        from (
          select values$2."v$0" as "__typename", values$2."v$1" as "id", values$2."v$2" as "kind", values$2."v$3" as "name") object$17) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($3::text[]) or subject$1.area_code is null and rule$3.court_code = any(array(
            select rule$4.code
            from unnest($2::text[]) rule$7(code) join court rule$4 on rule$4.area_code between rule$7.code and rule$7.code || '~')))) or exists (
          select
          from listing rule$5
          where rule$5.subject_id = subject$1.id and (rule$5.court_code = any($3::text[]) or subject$1.area_code is null and rule$5.court_code = any(array(
            select rule$6.code
            from unnest($2::text[]) rule$8(code) join court rule$6 on rule$6.area_code between rule$8.code and rule$8.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "v$3", case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$9
          where rule$9.subject_id = subject$1.id and (rule$9.court_code = any($3::text[]) or subject$1.area_code is null and rule$9.court_code = any(array(
            select rule$10.code
            from unnest($2::text[]) rule$13(code) join court rule$10 on rule$10.area_code between rule$13.code and rule$13.code || '~')))) or exists (
          select
          from listing rule$11
          where rule$11.subject_id = subject$1.id and (rule$11.court_code = any($3::text[]) or subject$1.area_code is null and rule$11.court_code = any(array(
            select rule$12.code
            from unnest($2::text[]) rule$14(code) join court rule$12 on rule$12.area_code between rule$14.code and rule$14.code || '~'))))) then coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") else subject$1."id_number_masked" end as "v$4", subject$1."credit_code" as "v$5" offset 0) values$2)
    from "subject" subject$1
    where subject$1.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$19)
      from (
        select 'Case'::text as "__typename", enforcement_case$18."id"::text as "id") object$19)
    from "enforcement_case" enforcement_case$18
    where enforcement_case$18.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$23)
      from (
        select 'CaseParty'::text as "__typename", case_party$20."id"::text as "id") object$23)
    from "case_party" case_party$20
    where case_party$20.id = $1::uuid and (((coalesce((
      select rule$22.area_code
      from subject rule$22
      where rule$22.id = case_party$20.subject_id), (
      select rule$21.area_code
      from court rule$21
      where rule$21.code = case_party$20.court_code)) ^@ any($2::text[]) or case_party$20.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$25)
      from (
        select 'TerminatedCase'::text as "__typename", terminated_case$24."id"::text as "id") object$25)
    from "terminated_case" terminated_case$24
    where terminated_case$24.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$29)
      from (
        select 'PerformanceCertificate'::text as "__typename", performance_certificate$26."id"::text as "id") object$29)
    from "performance_certificate" performance_certificate$26
    where performance_certificate$26.id = $1::uuid and (((coalesce((
      select rule$28.area_code
      from subject rule$28
      where rule$28.id = performance_certificate$26.subject_id), (
      select rule$27.area_code
      from court rule$27
      where rule$27.code = performance_certificate$26.court_code)) ^@ any($2::text[]) or performance_certificate$26.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$33)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$30."id"::text as "id") object$33)
    from "honest_listing" honest_listing$30
    where honest_listing$30.id = $1::uuid and (((honest_listing$30.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$30.subject_kind = 'NATURAL_PERSON') and (coalesce((
      select rule$32.area_code
      from subject rule$32
      where rule$32.id = honest_listing$30.subject_id), (
      select rule$31.area_code
      from court rule$31
      where rule$31.code = honest_listing$30.court_code)) ^@ any($2::text[]) or honest_listing$30.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$47)
      from (
        select case when listing$34."kind" in ('SX') then 'DishonestDebtorListing' when listing$34."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$34."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$34."id"::text as "id", listing$34."state" as "state", listing$34."published_on" as "publishedOn") object$47)
    from "listing" listing$34
    where listing$34.id = $1::uuid and ((listing$34."kind" in ('SX') and (((listing$34.state = 'PUBLISHED' and (listing$34.term_ends_on is null or listing$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$34.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$36.area_code
      from subject rule$36
      where rule$36.id = listing$34.subject_id), (
      select rule$35.area_code
      from court rule$35
      where rule$35.code = listing$34.court_code)) ^@ any($2::text[]) or listing$34.court_code = any($3::text[]))) or (((listing$34.state in ('REMOVED', 'REVOKED') or (listing$34.state = 'PUBLISHED' and not (listing$34.state = 'PUBLISHED' and (listing$34.term_ends_on is null or listing$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$38.area_code
      from subject rule$38
      where rule$38.id = listing$34.subject_id), (
      select rule$37.area_code
      from court rule$37
      where rule$37.code = listing$34.court_code)) ^@ any($2::text[]) or listing$34.court_code = any($3::text[]))))) or (listing$34."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$34.state = 'PUBLISHED' and (listing$34.term_ends_on is null or listing$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$34.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$40.area_code
      from subject rule$40
      where rule$40.id = listing$34.subject_id), (
      select rule$39.area_code
      from court rule$39
      where rule$39.code = listing$34.court_code)) ^@ any($2::text[]) or listing$34.court_code = any($3::text[]))) or (((listing$34.state in ('REMOVED', 'REVOKED') or (listing$34.state = 'PUBLISHED' and not (listing$34.state = 'PUBLISHED' and (listing$34.term_ends_on is null or listing$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$42.area_code
      from subject rule$42
      where rule$42.id = listing$34.subject_id), (
      select rule$41.area_code
      from court rule$41
      where rule$41.code = listing$34.court_code)) ^@ any($2::text[]) or listing$34.court_code = any($3::text[]))))) or (listing$34."kind" in ('SERIOUS_DISHONESTY') and (((listing$34.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$44.area_code
      from subject rule$44
      where rule$44.id = listing$34.subject_id), (
      select rule$43.area_code
      from court rule$43
      where rule$43.code = listing$34.court_code)) ^@ any($2::text[]) or listing$34.court_code = any($3::text[]))) or (((listing$34.state in ('REMOVED', 'REVOKED') or (listing$34.state = 'PUBLISHED' and not (listing$34.state = 'PUBLISHED' and (listing$34.term_ends_on is null or listing$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$46.area_code
      from subject rule$46
      where rule$46.id = listing$34.subject_id), (
      select rule$45.area_code
      from court rule$45
      where rule$45.code = listing$34.court_code)) ^@ any($2::text[]) or listing$34.court_code = any($3::text[]))))))
    limit 1), (
    select (
      select row_to_json(object$58)
      from (
        select 'FormerName'::text as "__typename", former_name$48."id"::text as "id") object$58)
    from "former_name" former_name$48
    where former_name$48.id = $1::uuid and (((former_name$48.subject_kind <> 'NATURAL_PERSON')) or ((former_name$48.subject_kind = 'NATURAL_PERSON') and ((
      select rule$49.area_code
      from subject rule$49
      where rule$49.id = former_name$48.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$50
      where rule$50.subject_id = former_name$48.subject_id and (rule$50.court_code = any($3::text[]) or (
        select rule$54.area_code
        from subject rule$54
        where rule$54.id = former_name$48.subject_id) is null and rule$50.court_code = any(array(
        select rule$51.code
        from unnest($2::text[]) rule$56(code) join court rule$51 on rule$51.area_code between rule$56.code and rule$56.code || '~')))) or exists (
      select
      from listing rule$52
      where rule$52.subject_id = former_name$48.subject_id and (rule$52.court_code = any($3::text[]) or (
        select rule$55.area_code
        from subject rule$55
        where rule$55.id = former_name$48.subject_id) is null and rule$52.court_code = any(array(
        select rule$53.code
        from unnest($2::text[]) rule$57(code) join court rule$53 on rule$53.area_code between rule$57.code and rule$57.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(object$83)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$59."id"::text as "id") object$83)
    from "responsible_person" responsible_person$59
    where responsible_person$59.id = $1::uuid and (((exists (
      select
      from listing rule$60
      where rule$60.subject_id = responsible_person$59.subject_id and rule$60.case_number = responsible_person$59.case_number and rule$60.kind = 'SX' and rule$60.state = 'PUBLISHED' and (rule$60.term_ends_on is null or rule$60.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) or ((not exists (
      select
      from listing rule$61
      where rule$61.subject_id = responsible_person$59.subject_id and rule$61.case_number = responsible_person$59.case_number and rule$61.kind = 'SX' and rule$61.state = 'PUBLISHED' and (rule$61.term_ends_on is null or rule$61.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
      select
      from listing rule$62
      where rule$62.subject_id = responsible_person$59.subject_id and rule$62.case_number = responsible_person$59.case_number and rule$62.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
      select rule$63.area_code
      from subject rule$63
      where rule$63.id = responsible_person$59.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$64
      where rule$64.subject_id = responsible_person$59.subject_id and (rule$64.court_code = any($3::text[]) or (
        select rule$68.area_code
        from subject rule$68
        where rule$68.id = responsible_person$59.subject_id) is null and rule$64.court_code = any(array(
        select rule$65.code
        from unnest($2::text[]) rule$70(code) join court rule$65 on rule$65.area_code between rule$70.code and rule$70.code || '~')))) or exists (
      select
      from listing rule$66
      where rule$66.subject_id = responsible_person$59.subject_id and (rule$66.court_code = any($3::text[]) or (
        select rule$69.area_code
        from subject rule$69
        where rule$69.id = responsible_person$59.subject_id) is null and rule$66.court_code = any(array(
        select rule$67.code
        from unnest($2::text[]) rule$71(code) join court rule$67 on rule$67.area_code between rule$71.code and rule$71.code || '~')))))) or ((not exists (
      select
      from listing rule$72
      where rule$72.subject_id = responsible_person$59.subject_id and rule$72.case_number = responsible_person$59.case_number and rule$72.kind = 'SX' and rule$72.state = 'PUBLISHED' and (rule$72.term_ends_on is null or rule$72.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
      select
      from listing rule$73
      where rule$73.subject_id = responsible_person$59.subject_id and rule$73.case_number = responsible_person$59.case_number and rule$73.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
      select rule$74.area_code
      from subject rule$74
      where rule$74.id = responsible_person$59.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$75
      where rule$75.subject_id = responsible_person$59.subject_id and (rule$75.court_code = any($3::text[]) or (
        select rule$79.area_code
        from subject rule$79
        where rule$79.id = responsible_person$59.subject_id) is null and rule$75.court_code = any(array(
        select rule$76.code
        from unnest($2::text[]) rule$81(code) join court rule$76 on rule$76.area_code between rule$81.code and rule$81.code || '~')))) or exists (
      select
      from listing rule$77
      where rule$77.subject_id = responsible_person$59.subject_id and (rule$77.court_code = any($3::text[]) or (
        select rule$80.area_code
        from subject rule$80
        where rule$80.id = responsible_person$59.subject_id) is null and rule$77.court_code = any(array(
        select rule$78.code
        from unnest($2::text[]) rule$82(code) join court rule$78 on rule$78.area_code between rule$82.code and rule$82.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(object$85)
      from (
        select 'Agency'::text as "__typename", agency$84."id"::text as "id") object$85)
    from "agency" agency$84
    where agency$84.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$87)
      from (
        select 'Area'::text as "__typename", area$86."id"::text as "id") object$87)
    from "area" area$86
    where area$86.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$89)
      from (
        select 'Source'::text as "__typename", source$88."id"::text as "id") object$89)
    from "source" source$88
    where source$88.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$91)
      from (
        select 'Batch'::text as "__typename", batch$90."id"::text as "id") object$91)
    from "batch" batch$90
    where batch$90.id = $1::uuid and (((batch$90.provider_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$93)
      from (
        select 'Court'::text as "__typename", court$92."id"::text as "id") object$93)
    from "court" court$92
    where court$92.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$95)
      from (
        select 'Measure'::text as "__typename", measure$94."id"::text as "id") object$95)
    from "measure" measure$94
    where measure$94.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$97)
      from (
        select 'Screening'::text as "__typename", screening$96."id"::text as "id") object$97)
    from "screening" screening$96
    where screening$96.id = $1::uuid and (((screening$96.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$99)
      from (
        select 'ScreeningItem'::text as "__typename", screening_item$98."id"::text as "id") object$99)
    from "screening_item" screening_item$98
    where screening_item$98.id = $1::uuid and (((screening_item$98.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$101)
      from (
        select 'ScreeningHit'::text as "__typename", screening_hit$100."id"::text as "id") object$101)
    from "screening_hit" screening_hit$100
    where screening_hit$100.id = $1::uuid and (((screening_hit$100.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$103)
      from (
        select 'Feedback'::text as "__typename", feedback$102."id"::text as "id") object$103)
    from "feedback" feedback$102
    where feedback$102.id = $1::uuid and (((feedback$102.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$105)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename", government_debtor_snapshot$104."id"::text as "id") object$105)
    from "government_debtor_snapshot" government_debtor_snapshot$104
    where government_debtor_snapshot$104.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$107)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename", government_debtor_entry$106."id"::text as "id") object$107)
    from "government_debtor_entry" government_debtor_entry$106
    where government_debtor_entry$106.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$109)
      from (
        select 'WorkDay'::text as "__typename", work_day$108."id"::text as "id") object$109)
    from "work_day" work_day$108
    where work_day$108.id = $1::uuid
    limit 1)) as "node") answer$
