import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"企微数据专区","description":"企业微信的“企微数据专区”提供的存档会话，不含消息内容。","frontmatter":{"title":"企微数据专区","description":"企业微信的“企微数据专区”提供的存档会话，不含消息内容。","layout":"category","view":{"title":"企微数据专区","description":"企业微信的“企微数据专区”提供的存档会话，不含消息内容。","operations":[{"id":"chatZoneMessageList","title":"获取会话消息(企微数据专区)","method":"GET","path":"/open-api/chat_zone/message/list","call":"chatZone.messageList"}]}},"headers":[],"relativePath":"categories/wecom-data-zone.md","filePath":"categories/wecom-data-zone.md"}');
const _sfc_main = { name: "categories/wecom-data-zone.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/wecom-data-zone.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const wecomDataZone = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  wecomDataZone as default
};
