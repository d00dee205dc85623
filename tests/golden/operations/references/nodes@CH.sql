select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$9)
        from (
          select subject$2."id" as "$", values$8."v$0" as "id", values$8."v$1" as "name", values$8."v$2" as "idNumber") record$9) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$10)
        from (
          select subject$2."id" as "$", values$8."v$0" as "id", values$8."v$1" as "name") record$10) end
      from (
        select subject$2."id"::text as "v$0", subject$2."name" as "v$1", coalesce($1::text || 's' || encode(subject$2."id_number_sealed", 'hex') || coalesce('.' || encode((
          select key$.key_sealed
          from person_key key$
          where key$.owner_id = subject$2.id), 'hex'), '') || '@', subject$2."id_number_masked") as "v$2" offset 0) values$8)
    from "subject" subject$2
    where subject$2.id = named$1.value and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "enforcement_case" known$4
      where known$4."subject_id" = subject$2.id offset 0) or exists (
      select
      from "terminated_case" known$5
      where known$5."subject_id" = subject$2.id offset 0) or exists (
      select
      from "performance_certificate" known$6
      where known$6."subject_id" = subject$2.id offset 0) or exists (
      select
      from "honest_listing" known$7
      where known$7."subject_id" = subject$2.id offset 0) or exists (
      select
      from "listing" known$3
      where known$3."subject_id" = subject$2.id and (known$3."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$3."kind" in ('SERIOUS_DISHONESTY') and (((known$3.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$3.state in ('REMOVED', 'REVOKED') or (known$3.state = 'PUBLISHED' and not (known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1), (
    select (
      select row_to_json(record$12)
      from (
        select licence$11."subject_id" as "$", licence$11."id"::text as "id") record$12)
    from "licence" licence$11
    where licence$11.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$14)
      from (
        select penalty$13."subject_id" as "$", penalty$13."id"::text as "id") record$14)
    from "penalty" penalty$13
    where penalty$13.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$16)
      from (
        select enforcement_case$15."subject_id" as "$", enforcement_case$15."id"::text as "id") record$16)
    from "enforcement_case" enforcement_case$15
    where enforcement_case$15.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$18)
      from (
        select case_party$17."subject_id" as "$", case_party$17."id"::text as "id") record$18)
    from "case_party" case_party$17
    where case_party$17.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$20)
      from (
        select terminated_case$19."subject_id" as "$", terminated_case$19."id"::text as "id") record$20)
    from "terminated_case" terminated_case$19
    where terminated_case$19.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$22)
      from (
        select performance_certificate$21."subject_id" as "$", performance_certificate$21."id"::text as "id") record$22)
    from "performance_certificate" performance_certificate$21
    where performance_certificate$21.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$24)
      from (
        select honest_listing$23."subject_id" as "$", honest_listing$23."id"::text as "id") record$24)
    from "honest_listing" honest_listing$23
    where honest_listing$23.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$26)
      from (
        select listing$25."subject_id" as "$", listing$25."id"::text as "id") record$26)
    from "listing" listing$25
    where listing$25.id = named$1.value and (listing$25."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$25."kind" in ('SERIOUS_DISHONESTY') and (((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1), (
    select (
      select row_to_json(record$37)
      from (
        select former_name$27."subject_id" as "$", former_name$27."id"::text as "id") record$37)
    from "former_name" former_name$27
    where former_name$27.id = named$1.value and (((former_name$27.subject_kind <> 'NATURAL_PERSON')) or ((former_name$27.subject_kind = 'NATURAL_PERSON') and ((
      select rule$28.area_code
      from subject rule$28
      where rule$28.id = former_name$27.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$29
      where rule$29.subject_id = former_name$27.subject_id and (rule$29.court_code = any($3::text[]) or (
        select rule$33.area_code
        from subject rule$33
        where rule$33.id = former_name$27.subject_id) is null and rule$29.court_code = any(array(
        select rule$30.code
        from unnest($2::text[]) rule$35(code) join court rule$30 on rule$30.area_code between rule$35.code and rule$35.code || '~')))) or exists (
      select
      from listing rule$31
      where rule$31.subject_id = former_name$27.subject_id and (rule$31.court_code = any($3::text[]) or (
        select rule$34.area_code
        from subject rule$34
        where rule$34.id = former_name$27.subject_id) is null and rule$31.kind <> 'SERIOUS_DISHONESTY' and rule$31.state = 'PUBLISHED' and (rule$31.term_ends_on is null or rule$31.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$31.court_code = any(array(
        select rule$32.code
        from unnest($2::text[]) rule$36(code) join court rule$32 on rule$32.area_code between rule$36.code and rule$36.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(record$39)
      from (
        select responsible_person$38."subject_id" as "$", responsible_person$38."id"::text as "id") record$39)
    from "responsible_person" responsible_person$38
    where responsible_person$38.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$41)
      from (
        select agency$40."id"::text as "id") record$41)
    from "agency" agency$40
    where agency$40.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$43)
      from (
        select area$42."id"::text as "id") record$43)
    from "area" area$42
    where area$42.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$45)
      from (
        select court$44."id"::text as "id") record$45)
    from "court" court$44
    where court$44.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$47)
      from (
        select measure$46."id"::text as "id") record$47)
    from "measure" measure$46
    where measure$46.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$49)
      from (
        select screening$48."id"::text as "id") record$49)
    from "screening" screening$48
    where screening$48.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$51)
      from (
        select screening_item$50."id"::text as "id") record$51)
    from "screening_item" screening_item$50
    where screening_item$50.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$53)
      from (
        select screening_hit$52."id"::text as "id") record$53)
    from "screening_hit" screening_hit$52
    where screening_hit$52.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$55)
      from (
        select screening_instruction$54."id"::text as "id") record$55)
    from "screening_instruction" screening_instruction$54
    where screening_instruction$54.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$57)
      from (
        select feedback$56."id"::text as "id") record$57)
    from "feedback" feedback$56
    where feedback$56.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$59)
      from (
        select government_debtor_snapshot$58."id"::text as "id") record$59)
    from "government_debtor_snapshot" government_debtor_snapshot$58
    where government_debtor_snapshot$58.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$61)
      from (
        select government_debtor_entry$60."id"::text as "id") record$61)
    from "government_debtor_entry" government_debtor_entry$60
    where government_debtor_entry$60.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$63)
      from (
        select work_day$62."id"::text as "id") record$63)
    from "work_day" work_day$62
    where work_day$62.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($4::uuid[]) with ordinality named$1(value, place)))
