select row_to_json(answer$)
from (
  select (
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$28)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "name", values$3."v$2" as "idNumber", values$3."v$3" as "birthDate", values$3."v$4" as "sex", values$3."v$5" as "isProvisional") object$28) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$29)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "name") object$29) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$4
          where rule$4.subject_id = subject$1.id and (rule$4.court_code = any($4::text[]) or subject$1.area_code is null and rule$4.court_code = any(array(
            select rule$5.code
            from unnest($3::text[]) rule$8(code) join court rule$5 on rule$5.area_code between rule$8.code and rule$8.code || '~')))) or exists (
          select
          from listing rule$6
          where rule$6.subject_id = subject$1.id and (rule$6.court_code = any($4::text[]) or subject$1.area_code is null and rule$6.court_code = any(array(
            select rule$7.code
            from unnest($3::text[]) rule$9(code) join court rule$7 on rule$7.area_code between rule$9.code and rule$9.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "v$1", case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$10
          where rule$10.subject_id = subject$1.id and (rule$10.court_code = any($4::text[]) or subject$1.area_code is null and rule$10.court_code = any(array(
            select rule$11.code
            from unnest($3::text[]) rule$14(code) join court rule$11 on rule$11.area_code between rule$14.code and rule$14.code || '~')))) or exists (
          select
          from listing rule$12
          where rule$12.subject_id = subject$1.id and (rule$12.court_code = any($4::text[]) or subject$1.area_code is null and rule$12.court_code = any(array(
            select rule$13.code
            from unnest($3::text[]) rule$15(code) join court rule$13 on rule$13.area_code between rule$15.code and rule$15.code || '~'))))) then coalesce($5::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") else subject$1."id_number_masked" end as "v$2", case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$16
          where rule$16.subject_id = subject$1.id and (rule$16.court_code = any($4::text[]) or subject$1.area_code is null and rule$16.court_code = any(array(
            select rule$17.code
            from unnest($3::text[]) rule$20(code) join court rule$17 on rule$17.area_code between rule$20.code and rule$20.code || '~')))) or exists (
          select
          from listing rule$18
          where rule$18.subject_id = subject$1.id and (rule$18.court_code = any($4::text[]) or subject$1.area_code is null and rule$18.court_code = any(array(
            select rule$19.code
            from unnest($3::text[]) rule$21(code) join court rule$19 on rule$19.area_code between rule$21.code and rule$21.code || '~'))))) then subject$1."birth_date" else null end as "v$3", case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$22
          where rule$22.subject_id = subject$1.id and (rule$22.court_code = any($4::text[]) or subject$1.area_code is null and rule$22.court_code = any(array(
            select rule$23.code
            from unnest($3::text[]) rule$26(code) join court rule$23 on rule$23.area_code between rule$26.code and rule$26.code || '~')))) or exists (
          select
          from listing rule$24
          where rule$24.subject_id = subject$1.id and (rule$24.court_code = any($4::text[]) or subject$1.area_code is null and rule$24.court_code = any(array(
            select rule$25.code
            from unnest($3::text[]) rule$27(code) join court rule$25 on rule$25.area_code between rule$27.code and rule$27.code || '~'))))) then subject$1."sex" else null end as "v$4", subject$1."is_provisional" as "v$5" offset 0) values$3)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
